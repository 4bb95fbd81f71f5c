import type { Inline, RichDocument } from '../../core/rich-text/document.ts'
import { normalDocument } from '../../core/rich-text/normal-document.ts'

/**
 * Reads pasted plain text: where blank lines separate paragraphs, lines within one are line breaks; otherwise every
 * line is a paragraph.
 */
export function plainToDocument(text: string): RichDocument {
  const lines = text.replace(/\r\n?/g, '\n')
  const paragraphs = /\n[ \t]*\n/.test(lines) ? lines.split(/\n(?:[ \t]*\n)+/) : lines.split('\n')
  const blocks = paragraphs
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => {
      const content: Inline[] = [{ kind: 'text', text: paragraph.replace(/\n+$/, ''), marks: [] }]
      return { kind: 'paragraph' as const, indent: 0, content }
    })
  return normalDocument({ blocks })
}
