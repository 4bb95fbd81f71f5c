import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { MENU_COMMANDS } from '../../src/ipc/events.ts'
import { menuTemplate } from '../../src/main/menu.ts'

type Item = MenuItemConstructorOptions

function flat(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flat(Array.isArray(item.submenu) ? item.submenu : [])])
}

type Menu = { readonly lang?: 'en' | 'fr' | 'es'; readonly workspaceOpen?: boolean; readonly mac?: boolean }

function menu({ lang = 'en', workspaceOpen = true, mac = false }: Menu = {}) {
  const command = vi.fn<(command: string) => void>()
  const openRecent = vi.fn<(path: string) => void>()
  const recent = [{ path: '/home/awa/Crues.temoin', name: 'Crues', openedAt: 1 }]
  const items = flat(menuTemplate({ lang, recent, workspaceOpen, mac }, { command, openRecent, about: () => {} }))
  return { items, command, openRecent }
}

function press(item: Item | undefined): void {
  // Electron passes the item, its window and the event, none of which the menu looks at.
  ;(item?.click as (() => void) | undefined)?.()
}

describe('the native menu', () => {
  test.each([false, true])('has an entry for every command, and each does its own (on a Mac: %s)', (mac) => {
    const { items, command } = menu({ mac })
    for (const name of MENU_COMMANDS) {
      press(items.find(({ id }) => id === name))
      expect(command).toHaveBeenLastCalledWith(name)
    }
  })

  test('never gives the same keys to two entries', () => {
    const keys = menu()
      .items.map(({ accelerator }) => accelerator)
      .filter((key) => key !== undefined)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each(['en', 'fr', 'es'] as const)('has words for everything in %s', (lang) => {
    const wordless = menu({ lang }).items.filter(({ type, label }) => type !== 'separator' && !label?.trim())
    expect(wordless).toEqual([])
  })

  test('without a workspace offers only what makes sense', () => {
    const enabled = menu({ workspaceOpen: false }).items.filter(({ id, enabled: on }) => id !== undefined && on)
    expect(enabled.map(({ id }) => id)).toEqual([
      'new-workspace',
      'open-workspace',
      'preferences',
      'lang-en',
      'lang-fr',
      'lang-es',
      'shortcuts',
    ])
  })

  test('opens recent workspaces', () => {
    const { items, openRecent } = menu()
    press(items.find(({ label }) => label?.startsWith('Crues')))
    expect(openRecent).toHaveBeenCalledWith('/home/awa/Crues.temoin')
  })
})
