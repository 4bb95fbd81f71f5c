/** A shortcut of the editor, by what it does. */
export type EditorShortcut = 'heading-2' | 'heading-3' | 'number' | 'bullet' | 'quote' | 'link' | 'toolbar'

type Press = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'>

const WITH_SHIFT: Readonly<Record<string, EditorShortcut>> = { Digit7: 'number', Digit8: 'bullet', Digit9: 'quote' }
const WITH_ALT: Readonly<Record<string, EditorShortcut>> = { Digit2: 'heading-2', Digit3: 'heading-3' }
// What the keys 2 and 3 give on a French keyboard without Shift.
const PLAIN_KEYS = ['2', '3', 'é', '"']

/**
 * The shortcut that a key press asks for. Digits go by their place on the keyboard, for Shift and other layouts give
 * other signs. Ctrl+Alt is AltGr on Windows: where the press types a sign, such as @ or #, it is no shortcut.
 */
export function editorShortcut(press: Press, mac: boolean): EditorShortcut | null {
  if (press.altKey && press.key === 'F10') return 'toolbar'
  const isModified = mac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  if (!isModified) return null
  if (press.shiftKey && !press.altKey) {
    return press.key.toLowerCase() === 'k' ? 'link' : (WITH_SHIFT[press.code] ?? null)
  }
  if (!press.altKey || press.shiftKey) return null
  const typesSign = !mac && (press.getModifierState('AltGraph') || !PLAIN_KEYS.includes(press.key))
  return typesSign ? null : (WITH_ALT[press.code] ?? null)
}

const LABELS = {
  bold: 'Mod+B',
  italic: 'Mod+I',
  underline: 'Mod+U',
  'heading-2': 'Mod+Alt+2',
  'heading-3': 'Mod+Alt+3',
  number: 'Mod+Shift+7',
  bullet: 'Mod+Shift+8',
  quote: 'Mod+Shift+9',
  link: 'Mod+Shift+K',
} as const

/** The keys of a tool as people read them, or nothing where it has none. */
export function shortcutLabel(
  tool: string,
  mac: boolean,
  words: { readonly ctrl: string; readonly shift: string; readonly alt: string },
): string {
  const keys: string | undefined = Object.hasOwn(LABELS, tool) ? LABELS[tool as keyof typeof LABELS] : undefined
  if (keys === undefined) return ''
  if (mac) return keys.replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', '')
  return keys.replace('Mod', words.ctrl).replace('Shift', words.shift).replace('Alt', words.alt)
}
