import type { Block, Inline, RichDocument, TextBlock } from '../rich-text/document.ts'

/** A document as one reads it where only its words count: notes in brackets, list lines with a dot before them. */
export function readableText(doc: RichDocument): string {
  return doc.blocks.map(blockText).join('\n')
}

function blockText(block: Block): string {
  if (block.kind !== 'table') return lineText(block)
  return block.rows.map(({ cells }) => cells.map((cell) => cell.map(lineText).join(' ')).join(' | ')).join('\n')
}

function lineText({ kind, content }: TextBlock): string {
  return `${kind === 'bullet' || kind === 'number' ? '• ' : ''}${inlineText(content)}`
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text
        case 'break':
          return '\n'
        case 'link':
          return inlineText(inline.content)
        case 'note':
          return ` [${inline.text}]`
        case 'citation':
          return ''
      }
    })
    .join('')
}
