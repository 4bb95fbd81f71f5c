import * as Y from 'yjs'
import { textParts } from './clean-text.ts'
import { type Mark, TEXT_BLOCK_KINDS, type TextBlockKind } from './document.ts'
import { ATTRIBUTE, type Element, getAttribute, HEADER_ROW, marksOf, MAX_INDENT, NODE } from './shape.ts'

/** Where in the Yjs document a piece stands: in a text, or as an element of its own. */
export type Place =
  | { readonly text: Y.XmlText; readonly index: number; readonly length: number }
  | { readonly element: Element }

/** One piece of a line, with its place. Empty texts are listed too: they are where typing goes. */
export type Piece =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly marks: readonly Mark[]
      readonly at: Place & { text: Y.XmlText }
    }
  | { readonly kind: 'break'; readonly at: Place }
  | {
      readonly kind: 'link'
      readonly url: string
      readonly pieces: readonly Piece[]
      readonly at: { element: Element }
    }
  | { readonly kind: 'note'; readonly text: string; readonly at: { element: Element } }
  | { readonly kind: 'citation'; readonly record: string; readonly at: { element: Element } }

/** A text block with its element; null where text stands outside of any block (made elsewhere, or by a newer version). */
export type Line = {
  readonly kind: TextBlockKind
  readonly indent: number
  readonly pieces: readonly Piece[]
  readonly element: Element | null
}

/** A table with its element: rows of cells of lines. */
export type Grid = {
  readonly kind: 'table'
  readonly header: boolean
  readonly rows: readonly (readonly GridCell[])[]
  readonly element: Element
}

/** One cell of a table. */
export type GridCell = { readonly element: Element; readonly lines: readonly Line[] }

/** Nesting beyond this is read as plain text: our own documents nest five deep. */
const DEEPEST = 20

/** Lists the blocks of a document. Nodes it does not know give their text, so that nothing a person wrote is hidden. */
export function walk(root: Element): readonly (Line | Grid)[] {
  return blocksIn(root, 0)
}

function blocksIn(parent: Element, depth: number): readonly (Line | Grid)[] {
  const blocks: (Line | Grid)[] = []
  let loose: Piece[] = []
  const flush = () => {
    if (loose.length > 0) blocks.push({ kind: 'paragraph', indent: 0, pieces: loose, element: null })
    loose = []
  }
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.Text) {
      loose.push(...textPieces(child, depth))
    } else if (isInline(child.nodeName) || depth >= DEEPEST) {
      loose.push(...inlinePieces(child, depth + 1))
    } else {
      flush()
      if (child.nodeName === NODE.block) blocks.push(lineOf(child, depth + 1))
      else if (child.nodeName === NODE.table) blocks.push(...gridOf(child, depth + 1))
      else blocks.push(...blocksIn(child, depth + 1))
    }
  }
  flush()
  return blocks
}

/** The pieces that one child of a block or link stands for. */
export function piecesOf(child: Element | Y.Text): readonly Piece[] {
  return child instanceof Y.Text ? textPieces(child, 0) : inlinePieces(child, 1)
}

function lineOf(element: Element, depth: number): Line {
  const kind = TEXT_BLOCK_KINDS.find((entry) => entry === getAttribute(element, ATTRIBUTE.kind)) ?? 'paragraph'
  const level = Number(getAttribute(element, ATTRIBUTE.level))
  const isList = kind === 'bullet' || kind === 'number'
  const indent = isList && level > 0 ? Math.min(Math.floor(level), MAX_INDENT) : 0
  return { kind, indent, pieces: piecesIn(element, depth), element }
}

/** A table without rows (two people each took half of them away) is no table. */
function gridOf(element: Element, depth: number): readonly Grid[] {
  const rows = childrenOf(element)
    .filter(isElement)
    .map((row) => childrenOf(row).filter(isElement))
    .filter((cells) => cells.length > 0)
  const [first] = rows
  if (!first) return []
  const header = first.every((cell) => (Number(getAttribute(cell, ATTRIBUTE.header)) & HEADER_ROW) !== 0)
  const cellOf = (cell: Element): GridCell => ({ element: cell, lines: blocksIn(cell, depth + 2).flatMap(linesOf) })
  return [{ kind: 'table', header, rows: rows.map((cells) => cells.map(cellOf)), element }]
}

function linesOf(block: Line | Grid): readonly Line[] {
  return block.kind === 'table' ? block.rows.flatMap((cells) => cells.flatMap((cell) => cell.lines)) : [block]
}

function piecesIn(parent: Element, depth: number): readonly Piece[] {
  return childrenOf(parent).flatMap((child) =>
    child instanceof Y.Text ? textPieces(child, depth) : inlinePieces(child, depth + 1),
  )
}

function inlinePieces(element: Element, depth: number): readonly Piece[] {
  const at = { element }
  if (element.nodeName === NODE.lineBreak) return [{ kind: 'break', at }]
  if (element.nodeName === NODE.note) return [{ kind: 'note', text: textAttribute(element, ATTRIBUTE.text), at }]
  if (element.nodeName === NODE.citation) {
    return [{ kind: 'citation', record: textAttribute(element, ATTRIBUTE.record), at }]
  }
  if (depth >= DEEPEST) return deepText(element)
  if (element.nodeName === NODE.link) {
    return [{ kind: 'link', url: textAttribute(element, ATTRIBUTE.url), pieces: piecesIn(element, depth), at }]
  }
  return piecesIn(element, depth)
}

/** All text below an element without recursion, however deep somebody nested it. */
function deepText(element: Element): readonly Piece[] {
  const pieces: Piece[] = []
  const waiting: (Element | Y.Text)[] = [element]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next instanceof Y.Text) pieces.push(...textPieces(next, DEEPEST))
    else waiting.push(...childrenOf(next).toReversed())
  }
  return pieces
}

type Run = { readonly insert?: unknown; readonly attributes?: { readonly p?: { readonly __format?: unknown } } }

function textPieces(text: Y.Text, depth: number): readonly Piece[] {
  const source = text as Y.XmlText
  const pieces: Piece[] = []
  let index = 0
  for (const run of text.toDelta() as readonly Run[]) {
    if (typeof run.insert === 'string') {
      const marks = marksOf(Number(run.attributes?.p?.__format ?? 0))
      for (const part of textParts(run.insert)) {
        const at = { text: source, index: index + part.index, length: part.length }
        pieces.push(part.text === '\n' ? { kind: 'break', at } : { kind: 'text', text: part.text, marks, at })
      }
      index += run.insert.length
    } else {
      if (isElement(run.insert))
        pieces.push(...(depth < DEEPEST ? inlinePieces(run.insert, depth + 1) : deepText(run.insert)))
      index += 1
    }
  }
  if (pieces.length === 0) pieces.push({ kind: 'text', text: '', marks: [], at: { text: source, index: 0, length: 0 } })
  return pieces
}

function childrenOf(parent: Element): readonly (Element | Y.Text)[] {
  return (parent.toArray() as readonly unknown[]).filter(
    (child): child is Element | Y.Text => child instanceof Y.Text || isElement(child),
  )
}

function isElement(value: unknown): value is Element {
  return value instanceof Y.XmlElement
}

function isInline(name: string): boolean {
  return name === NODE.link || name === NODE.lineBreak || name === NODE.note || name === NODE.citation
}

function textAttribute(element: Element, name: string): string {
  const value = getAttribute(element, name)
  return typeof value === 'string' ? value : ''
}
