import { describe, expect, test } from 'vitest'
import { MENU_COMMANDS } from '../../../src/ipc/events.ts'
import { SHORTCUTS } from '../../../src/ipc/shortcuts.ts'
import { commandFor, keysOf, type Press } from '../../../src/renderer/app/shortcuts.ts'

const NAMES = { ctrl: 'Ctrl', shift: 'Maj' }

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, ...more }
}

describe('keys', () => {
  test.each([
    ['1', {}, 'go-library'],
    ['k', {}, 'go-anywhere'],
    ['s', {}, 'save'],
    ['S', { shiftKey: true }, 'save-copy'],
    ['n', {}, 'new-record'],
    ['N', { shiftKey: true }, 'new-brief'],
    ['z', {}, 'undo'],
    ['Z', { shiftKey: true }, 'redo'],
    ['y', {}, 'redo'],
    [',', {}, 'preferences'],
    // On a French keyboard the stroke needs Shift.
    ['/', { shiftKey: true }, 'shortcuts'],
  ] as const)('Ctrl+%s %j means %s', (key, more, command) => {
    expect(commandFor(press(key, more), false)).toBe(command)
  })

  test.each([
    ['k', { ctrlKey: false }],
    ['k', { altKey: true }],
    ['k', { metaKey: true }],
    ['q', {}],
    ['1', { shiftKey: true, ctrlKey: false }],
  ] as const)('%s %j means nothing', (key, more) => {
    expect(commandFor(press(key, more), false)).toBeNull()
  })

  test('are Cmd on a Mac, and Ctrl there is somebody else’s', () => {
    expect(commandFor(press('k', { ctrlKey: false, metaKey: true }), true)).toBe('go-anywhere')
    expect(commandFor(press('k'), true)).toBeNull()
  })

  test('are shown as people know them', () => {
    expect(keysOf('save-copy', false, NAMES)).toBe('Ctrl+Maj+S')
    expect(keysOf('save-copy', true, NAMES)).toBe('⌘⇧S')
    expect(keysOf('merge', false, NAMES)).toBe('')
  })

  test('stand for commands that exist, each for one', () => {
    expect(MENU_COMMANDS).toEqual(expect.arrayContaining(Object.keys(SHORTCUTS)))
    expect(new Set(Object.values(SHORTCUTS)).size).toBe(Object.keys(SHORTCUTS).length)
  })
})
