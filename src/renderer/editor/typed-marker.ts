import type { TextBlockKind } from '../../core/rich-text/document.ts'

const MARKERS: Readonly<Record<string, TextBlockKind>> = {
  '#': 'heading-2',
  '##': 'heading-2',
  '###': 'heading-3',
  '>': 'quote',
  '-': 'bullet',
  '*': 'bullet',
  '1.': 'number',
  '1)': 'number',
}

/** The kind of block that a marker typed at the start of a paragraph asks for, once a space has followed it. */
export function typedMarker(textBeforeCaret: string): TextBlockKind | null {
  const marker = textBeforeCaret.slice(0, -1)
  const isSpace = textBeforeCaret.endsWith(' ') || textBeforeCaret.endsWith('\u00a0')
  return isSpace && Object.hasOwn(MARKERS, marker) ? (MARKERS[marker] ?? null) : null
}
