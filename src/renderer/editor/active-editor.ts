import type { LexicalEditor } from 'lexical'
import { create } from 'zustand'

/** The editor that was written in last, as the toolbar and the evidence tray use it. */
export type ActiveEditor = {
  readonly editor: LexicalEditor
  /** Whether records can be cited in it. */
  readonly canCite: boolean
}

/** The editor with the focus, or the one that had it before the toolbar or a tray took it. */
export const useActiveEditor = create<{ readonly active: ActiveEditor | null }>()(() => ({ active: null }))

/** Makes an editor the active one. */
export function activate(active: ActiveEditor): void {
  useActiveEditor.setState({ active })
}

/** Forgets an editor that leaves the screen. */
export function deactivate(editor: LexicalEditor): void {
  if (useActiveEditor.getState().active?.editor === editor) useActiveEditor.setState({ active: null })
}
