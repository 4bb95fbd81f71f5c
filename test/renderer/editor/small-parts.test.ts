import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { documentIn, readDocument } from '../../../src/core/rich-text/read-document.ts'
import { seedOf, stateOf } from '../../../src/core/rich-text/seed.ts'
import { rootOf } from '../../../src/core/rich-text/shape.ts'
import { insertText } from '../../../src/core/rich-text/text-steps.ts'
import { MERGE_ORIGIN } from '../../../src/renderer/editor/bind-yjs.ts'
import { citationQuery } from '../../../src/renderer/editor/citation-query.ts'
import { completeUrl } from '../../../src/renderer/editor/complete-url.ts'
import { editorShortcut, shortcutLabel } from '../../../src/renderer/editor/keys.ts'
import { openOutbox } from '../../../src/renderer/editor/outbox.ts'
import { openSession } from '../../../src/renderer/editor/session.ts'
import { typedMarker } from '../../../src/renderer/editor/typed-marker.ts'

const KEY = { subject: 'r1', field: 'results', locale: 'fr' }
const SEED = ['r1', 'results', 'fr'] as const
const typed = (state: Uint8Array, at: number, text: string, client: number) => {
  const outcome = insertText(state, at, text, client)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

describe('an @ in the text', () => {
  it.each([
    ['@', { query: '', start: 0 }],
    ['Voir @', { query: '', start: 5 }],
    ['Voir @rivière du', { query: 'rivière du', start: 5 }],
    ['(@Nakuru', { query: 'Nakuru', start: 1 }],
    ['«\u00a0@niñas', { query: 'niñas', start: 2 }],
    ['l’@eau', { query: 'eau', start: 2 }],
  ])('asks for records: %s', (text, query) => {
    expect(citationQuery(text)).toEqual(query)
  })

  it.each(['ana@example.org', 'Voir @ rivière', 'Voir @@', 'a@', `@${'x'.repeat(70)}`, 'rien'])(
    'asks for none: %s',
    (text) => {
      expect(citationQuery(text)).toBeNull()
    },
  )
})

describe('shortcuts', () => {
  const press = (key: string, code: string, keys: string, altGraph = false) => ({
    key,
    code,
    ctrlKey: keys.includes('C'),
    metaKey: keys.includes('M'),
    altKey: keys.includes('A'),
    shiftKey: keys.includes('S'),
    getModifierState: (name: string) => altGraph && name === 'AltGraph',
  })

  it('go by the place of a digit, whatever Shift makes of it', () => {
    expect(editorShortcut(press('&', 'Digit7', 'CS'), false)).toBe('number')
    expect(editorShortcut(press('8', 'Digit8', 'CS'), false)).toBe('bullet')
    expect(editorShortcut(press('2', 'Digit2', 'CA'), false)).toBe('heading-2')
    expect(editorShortcut(press('"', 'Digit3', 'CA'), false)).toBe('heading-3')
    expect(editorShortcut(press('™', 'Digit2', 'MA'), true)).toBe('heading-2')
    expect(editorShortcut(press('K', 'KeyK', 'CS'), false)).toBe('link')
    expect(editorShortcut(press('F10', 'F10', 'A'), false)).toBe('toolbar')
  })

  it('leave the signs that AltGr types to the writer', () => {
    expect(editorShortcut(press('@', 'Digit2', 'CA'), false)).toBeNull()
    expect(editorShortcut(press('#', 'Digit3', 'CA', true), false)).toBeNull()
    expect(editorShortcut(press('2', 'Digit2', 'CA', true), false)).toBeNull()
  })

  it('leave the app its own: Ctrl+K goes anywhere', () => {
    expect(editorShortcut(press('k', 'KeyK', 'C'), false)).toBeNull()
    expect(editorShortcut(press('k', 'KeyK', ''), false)).toBeNull()
  })

  it('are named in the person’s words', () => {
    const words = { ctrl: 'Ctrl', shift: 'Maj', alt: 'Alt' }
    expect(shortcutLabel('quote', false, words)).toBe('Ctrl+Maj+9')
    expect(shortcutLabel('heading-2', true, words)).toBe('⌘⌥2')
    expect(shortcutLabel('note', false, words)).toBe('')
  })
})

it('markers are complete with their space only', () => {
  expect(['- ', '1. ', '1)\u00a0', '-', '--', ' ', '', 'constructor '].map(typedMarker)).toEqual([
    'bullet',
    'number',
    'number',
    null,
    null,
    null,
    null,
    null,
  ])
})

it('addresses are completed the way people leave them out', () => {
  expect([' example.org/a ', 'ana@example.org', 'http://x.org', 'javascript:x', ''].map(completeUrl)).toEqual([
    'https://example.org/a',
    'mailto:ana@example.org',
    'http://x.org',
    'javascript:x',
    '',
  ])
})

describe('the outbox', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const open = () => {
    const doc = new Y.Doc()
    const sent: Uint8Array[] = []
    const outbox = openOutbox(doc, (update) => sent.push(update))
    return { doc, sent, outbox, type: (text: string) => doc.getText('t').insert(0, text) }
  }

  it('sends what was typed in one piece, at most 300 ms after the first key', () => {
    const { doc, sent, type } = open()
    for (const letter of 'abc') {
      type(letter)
      vi.advanceTimersByTime(90)
    }
    vi.advanceTimersByTime(30)
    expect(sent).toHaveLength(1)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, sent[0] ?? new Uint8Array())
    expect(copy.getText('t').toJSON()).toBe(doc.getText('t').toJSON())
  })

  it('sends at once when asked to, and when it closes; never twice, never what others wrote', () => {
    const { doc, sent, outbox, type } = open()
    type('a')
    outbox.flush()
    outbox.flush()
    expect(sent).toHaveLength(1)
    const theirs = new Y.Doc()
    theirs.getText('t').insert(0, 'z')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), MERGE_ORIGIN)
    vi.runAllTimers()
    expect(sent).toHaveLength(1)
    type('b')
    outbox.close()
    expect(sent).toHaveLength(2)
    type('c')
    vi.runAllTimers()
    expect(sent).toHaveLength(2)
  })
})

describe('a session', () => {
  const shown = (session: ReturnType<typeof openSession>) => plainText(documentIn(rootOf(session.doc)))

  it('begins with the seed and takes in states and edits, in any order and as often as they come', () => {
    const session = openSession(KEY, undefined)
    const first = typed(seedOf(...SEED), 0, 'un', 1)
    const second = typed(stateOf(...SEED, [first]), 2, ' deux', 2)
    session.takeIn(second)
    expect(shown(session)).toBe('')
    session.takeIn(first)
    session.takeIn(stateOf(...SEED, [first, second]))
    expect(shown(session)).toBe('un deux')
    expect(session.condition.getState()).toBe('editable')
  })

  it('only reads what a newer version wrote, and loses nothing of it', () => {
    const session = openSession(KEY, undefined)
    const newer = new Y.Doc()
    newer.clientID = 9
    Y.applyUpdate(newer, seedOf(...SEED))
    const callout = new Y.XmlElement('callout')
    callout.insert(0, [new Y.XmlText('à savoir')])
    newer.getXmlElement('body').insert(1, [callout])
    session.takeIn(Y.encodeStateAsUpdate(newer))
    expect(session.condition.getState()).toBe('newer')
    expect(plainText(readDocument(Y.encodeStateAsUpdate(session.doc)))).toBe('\nà savoir')
  })

  it('says so when a text cannot be read, and passes over bytes that are no text later', () => {
    expect(openSession(KEY, new TextEncoder().encode('rien')).condition.getState()).toBe('unreadable')
    const session = openSession(KEY, stateOf(...SEED, [typed(seedOf(...SEED), 0, 'un', 1)]))
    session.takeIn(new TextEncoder().encode('rien'))
    expect(session.condition.getState()).toBe('editable')
    expect(shown(session)).toBe('un')
  })
})
