import type { Inline, RichDocument, TextBlock } from './document.ts'

/**
 * The text of a document without its form. Blocks are joined by `\n`, also inside a table cell; cells by a tab, rows
 * by `\n`; a line break is `\n`; notes and citations contribute nothing. Positions of text steps count UTF-16 code
 * units of exactly this text.
 */
export function plainText(doc: RichDocument): string {
  return doc.blocks
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.cells.map(linesText).join('\t')).join('\n')
        : inlineText(block.content),
    )
    .join('\n')
}

/** Whether a document holds nothing that a reader would see: no text, note, citation or table. */
export function isEmpty(doc: RichDocument): boolean {
  return doc.blocks.every((block) => block.kind !== 'table' && block.content.every(isBlank))
}

/** The plain text of inline content, as it counts in `plainText`. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'text') return inline.text
      if (inline.kind === 'break') return '\n'
      return inline.kind === 'link' ? inlineText(inline.content) : ''
    })
    .join('')
}

function linesText(lines: readonly TextBlock[]): string {
  return lines.map((line) => inlineText(line.content)).join('\n')
}

function isBlank(inline: Inline): boolean {
  if (inline.kind === 'text') return inline.text.trim() === ''
  return inline.kind === 'break' || (inline.kind === 'link' && inline.content.every(isBlank))
}
