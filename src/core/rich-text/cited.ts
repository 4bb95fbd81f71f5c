import type { Inline, RichDocument, TextBlock } from './document.ts'

/** The ids of the records that a text cites, in order, each as often as it is cited. */
export function citedIn(document: RichDocument): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.flatMap(citedInBlock)))
      : citedInBlock(block),
  )
}

/** The same document with each citation's record id replaced: sources name records by the ids of their own. */
export function mapCitations(document: RichDocument, idFor: (record: string) => string): RichDocument {
  return {
    blocks: document.blocks.map((block) => {
      if (block.kind !== 'table') return mapBlock(block, idFor)
      return {
        ...block,
        rows: block.rows.map((row) => ({ cells: row.cells.map((cell) => cell.map((line) => mapBlock(line, idFor))) })),
      }
    }),
  }
}

function citedInBlock(block: TextBlock): readonly string[] {
  return block.content.flatMap(citedInInline)
}

function citedInInline(inline: Inline): readonly string[] {
  if (inline.kind === 'citation') return [inline.record]
  return inline.kind === 'link' ? inline.content.flatMap(citedInInline) : []
}

function mapBlock(block: TextBlock, idFor: (record: string) => string): TextBlock {
  return { ...block, content: block.content.map((inline) => mapInline(inline, idFor)) }
}

function mapInline(inline: Inline, idFor: (record: string) => string): Inline {
  if (inline.kind === 'citation') return { kind: 'citation', record: idFor(inline.record) }
  if (inline.kind === 'link') return { ...inline, content: inline.content.map((part) => mapInline(part, idFor)) }
  return inline
}
