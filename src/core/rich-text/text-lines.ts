import type { Element } from './shape.ts'
import type { Grid, Line, Piece, Place } from './walk.ts'

/** The smallest piece of a line with where it stands in the plain text. Notes and citations have no length. */
export type Leaf = {
  readonly start: number
  readonly end: number
  readonly kind: Exclude<Piece['kind'], 'link'>
  readonly text: string
  readonly at: Place
  /** The link it stands in. */
  readonly link: Element | null
}

/** A line with its span in the plain text. */
export type TextLine = {
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly leaves: readonly Leaf[]
}

/** A block with its span in the plain text. A table's lines are grouped by cell, any other block is one line. */
export type TextUnit = {
  readonly block: Line | Grid
  readonly start: number
  readonly end: number
  readonly cells: readonly (readonly TextLine[])[]
}

/** Lays walked blocks out along their plain text, with the separators that `plainText` puts between them. */
export function textUnits(blocks: readonly (Line | Grid)[]): readonly TextUnit[] {
  let at = 0
  return blocks.map((block) => {
    const start = at
    const cells = block.kind === 'table' ? block.rows.flatMap((row) => row.map((cell) => cell.lines)) : [[block]]
    const laid = cells.map((lines) => {
      const cell = lines.map((line) => {
        const { end, ...rest } = textLine(line, at)
        at = end + 1
        return { end, ...rest }
      })
      // A cell without lines still takes its place between two separators.
      if (cell.length === 0) at += 1
      return cell
    })
    return { block, start, end: at - 1, cells: laid }
  })
}

function textLine(line: Line, start: number): TextLine {
  const leaves: Leaf[] = []
  let at = start
  const visit = (pieces: readonly Piece[], link: Element | null) => {
    for (const piece of pieces) {
      if (piece.kind === 'link') {
        visit(piece.pieces, piece.at.element)
      } else {
        const text = piece.kind === 'text' ? piece.text : piece.kind === 'break' ? '\n' : ''
        leaves.push({ start: at, end: at + text.length, kind: piece.kind, text, at: piece.at, link })
        at += text.length
      }
    }
  }
  visit(line.pieces, null)
  return { line, start, end: at, leaves }
}
