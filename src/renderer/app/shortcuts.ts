import type { MenuCommand } from '../../ipc/events.ts'
import { SHORTCUTS } from '../../ipc/shortcuts.ts'

/** The parts of a key press that matter. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const entries = Object.entries(SHORTCUTS) as readonly (readonly [MenuCommand, string])[]

/** The command a key press stands for, if any. */
export function commandFor(press: Press, mac: boolean): MenuCommand | null {
  const modified = mac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  if (!modified || press.altKey) return null
  if (press.key.toLowerCase() === 'y' && !press.shiftKey && !mac) return 'redo'
  return entries.find(([, keys]) => matches(keys, press))?.[0] ?? null
}

function matches(keys: string, press: Press): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  // A sign such as / may itself need Shift on some keyboards; letters and digits say what they mean.
  const shift = /^[a-z]$/i.test(key) ? press.shiftKey === parts.includes('Shift') : true
  return shift && press.key.toLowerCase() === key.toLowerCase()
}

/** A command's keys as people read them, or nothing where it has none. */
export function keysOf(
  command: MenuCommand,
  mac: boolean,
  words: { readonly ctrl: string; readonly shift: string },
): string {
  const keys = SHORTCUTS[command]
  if (keys === undefined) return ''
  if (mac) return keys.replace('Mod', '⌘').replace('Shift', '⇧').replaceAll('+', '')
  return keys.replace('Mod', words.ctrl).replace('Shift', words.shift)
}
