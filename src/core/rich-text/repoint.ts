import { openDocument, updateFrom } from './open-document.ts'
import { ATTRIBUTE, type Element, rootOf, setAttribute } from './shape.ts'
import { type Grid, type Line, type Piece, walk } from './walk.ts'

/**
 * The update that makes every citation of one record a citation of another; null where there is none. Citations stay
 * where they are and are told another record, so that two people who do the same apart do not cite it twice.
 *
 * @throws UnreadableRichText where the state is damaged
 */
export function repointCitations(state: Uint8Array, from: string, to: string, clientId: number): Uint8Array | null {
  const open = openDocument([state])
  const found = walk(rootOf(open))
    .flatMap(piecesOf)
    .flatMap((piece) => citing(piece, from))
  const update = updateFrom(open, clientId, () => {
    for (const element of found) setAttribute(element, ATTRIBUTE.record, to)
  })
  open.destroy()
  return update
}

function piecesOf(block: Line | Grid): readonly Piece[] {
  if (block.kind !== 'table') return block.pieces
  return block.rows.flatMap((cells) => cells.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces)))
}

function citing(piece: Piece, record: string): readonly Element[] {
  if (piece.kind === 'link') return piece.pieces.flatMap((inner) => citing(inner, record))
  return piece.kind === 'citation' && piece.record === record ? [piece.at.element] : []
}
