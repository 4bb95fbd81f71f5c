import type { MenuCommand } from './events.ts'

/**
 * The keys of every command, once: the native menu shows them, the window answers to them, the shortcuts sheet lists
 * them. `Mod` is Ctrl, or Cmd on a Mac.
 */
export const SHORTCUTS: Readonly<Partial<Record<MenuCommand, string>>> = {
  'new-record': 'Mod+N',
  'new-brief': 'Mod+Shift+N',
  'open-workspace': 'Mod+O',
  save: 'Mod+S',
  'save-copy': 'Mod+Shift+S',
  export: 'Mod+Shift+E',
  print: 'Mod+P',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  find: 'Mod+F',
  'go-library': 'Mod+1',
  'go-brief': 'Mod+2',
  'go-history': 'Mod+4',
  'go-anywhere': 'Mod+K',
  preferences: 'Mod+,',
  shortcuts: 'Mod+/',
}
