import type { TextBlock } from '../../core/rich-text/document.ts'
import { lookOf } from './look-of.ts'

/**
 * The list line that Microsoft Word means by a paragraph: its HTML has no lists, only paragraphs with a style that names
 * the level, and a marker to be ignored.
 */
export function wordListLine(paragraph: Element): Pick<TextBlock, 'kind' | 'indent'> | null {
  const level = /mso-list:\s*\S+\s+level(\d)/i.exec(lookOf(paragraph))?.[1]
  if (level === undefined) return null
  const isNumbered = /^\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(paragraph.textContent ?? '')
  return { kind: isNumbered ? 'number' : 'bullet', indent: Number(level) - 1 }
}
