import type { Block, Inline, RichDocument, TextBlock } from '../rich-text/document.ts'
import { inlineText } from '../rich-text/plain-text.ts'

/**
 * One piece of a text that is translated by itself: a paragraph, a heading, a line of a list or of a table's cell, or
 * the words of a note. `path` names its place in the document (`3`, `2.0.1.0` in a table, `3n0` for a note in block 3).
 */
export type Unit = { readonly path: string; readonly kind: UnitKind; readonly content: readonly Inline[] }

/** What a unit is, for a translator who sees it alone. */
export type UnitKind = TextBlock['kind'] | 'cell' | 'note'

/** The units of a document in reading order; what holds no letter or digit needs no translator. */
export function unitsOf(document: RichDocument): readonly Unit[] {
  return document.blocks.flatMap((block, at) => unitsOfBlock(block, String(at)))
}

/** The units of one block, by paths that begin with `path`. */
export function unitsOfBlock(block: Block, path: string): readonly Unit[] {
  const lines =
    block.kind === 'table'
      ? linesOf(block, path).map(([at, line]) => unitsOfLine(line, at, 'cell'))
      : [unitsOfLine(block, path, block.kind)]
  return lines.flat().filter(({ content }) => /[\p{L}\p{N}]/u.test(inlineText(content)))
}

/** The lines of a table's cells, each with its path. */
export function linesOf(
  table: Extract<Block, { kind: 'table' }>,
  path: string,
): readonly (readonly [string, TextBlock])[] {
  return table.rows.flatMap(({ cells }, row) =>
    cells.flatMap((lines, cell) => lines.map((line, at) => [`${path}.${row}.${cell}.${at}`, line] as const)),
  )
}

/** The notes of inline content, in reading order. */
export function notesIn(content: readonly Inline[]): readonly string[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'link') return notesIn(inline.content)
    return inline.kind === 'note' ? [inline.text] : []
  })
}

/** The content of a note, as a text by itself. */
export function noteContent(text: string): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'text', text, marks: [] }]
}

function unitsOfLine(line: TextBlock, path: string, kind: UnitKind): readonly Unit[] {
  const notes = notesIn(line.content).map(
    (text, at): Unit => ({ path: `${path}n${at}`, kind: 'note', content: noteContent(text) }),
  )
  return [{ path, kind, content: line.content }, ...notes]
}
