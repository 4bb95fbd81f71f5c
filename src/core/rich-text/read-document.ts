import type { Block, Inline, RichDocument, TextBlock } from './document.ts'
import { normalDocument } from './normal-document.ts'
import { openDocument } from './open-document.ts'
import { type Element, rootOf } from './shape.ts'
import { type Grid, type Line, type Piece, walk } from './walk.ts'

/**
 * What a field's Yjs state says, as plain data in its normal form. Anything the state may hold can be read: unknown
 * nodes give their text, wrong attributes count as missing, nesting has no effect beyond twenty levels.
 *
 * @throws UnreadableRichText where the bytes are not a Yjs state at all
 */
export function readDocument(state: Uint8Array): RichDocument {
  const doc = openDocument([state])
  const read = documentIn(rootOf(doc))
  doc.destroy()
  return read
}

/** The same for a document that is open already. */
export function documentIn(root: Element): RichDocument {
  return normalDocument({ blocks: walk(root).map(blockOf) })
}

/** A walked block as plain data, not yet in normal form. */
export function blockOf(block: Line | Grid): Block {
  if (block.kind !== 'table') return lineBlock(block)
  const rows = block.rows.map((cells) => ({ cells: cells.map((cell) => cell.lines.map(lineBlock)) }))
  return { kind: 'table', header: block.header, rows }
}

function lineBlock({ kind, indent, pieces }: Line): TextBlock {
  return { kind, indent, content: pieces.map(inlineOf) }
}

/** A walked piece as plain data, not yet in normal form. */
export function inlineOf(piece: Piece): Inline {
  switch (piece.kind) {
    case 'text':
      return { kind: 'text', text: piece.text, marks: piece.marks }
    case 'break':
      return { kind: 'break' }
    case 'link':
      return { kind: 'link', url: piece.url, content: piece.pieces.map(inlineOf) }
    case 'note':
      return { kind: 'note', text: piece.text }
    case 'citation':
      return { kind: 'citation', record: piece.record }
  }
}
