import type * as Y from 'yjs'
import { align } from './align.ts'
import { applySteps } from './apply-steps.ts'
import { buildBlock, buildCell, buildRow, linesOrEmpty } from './build.ts'
import type { Block, RichDocument, TableBlock, TextBlock } from './document.ts'
import { normalBlocks, normalDocument } from './normal-document.ts'
import { blockOf } from './read-document.ts'
import { rewriteContent } from './rewrite-content.ts'
import { ATTRIBUTE, type Element, getAttribute, HEADER_ROW, rootOf, setAttribute } from './shape.ts'
import { type Grid, type GridCell, type Line, walk } from './walk.ts'

/**
 * Turns an open document into `wanted` with few edits: equal blocks stay, others are changed in place, so that a
 * colleague's edits elsewhere, and mostly in the same paragraph, survive a merge. Run inside a transaction.
 */
export function rewrite(doc: Y.Doc, wanted: RichDocument): void {
  rewriteBlocks(rootOf(doc), walk(rootOf(doc)), normalDocument(wanted).blocks)
}

function rewriteBlocks(parent: Element, present: readonly (Line | Grid)[], blocks: readonly Block[]): void {
  const wanted = linesOrEmpty(blocks)
  const isRegular = present.length === parent.length && present.every((block) => block.element?.parent === parent)
  if (!isRegular) {
    // Something here was made elsewhere: what is read and what is stored do not go by the same positions.
    parent.delete(0, parent.length)
    parent.insert(0, wanted.map(buildBlock))
    return
  }
  const steps = align(present.map(keyOf), wanted.map(keyOfBlock), (at, to) => {
    const block = present[at]
    return (
      (block?.kind === 'table') === (wanted[to]?.kind === 'table') && (block?.kind !== 'table' || isComplete(block))
    )
  })
  applySteps(parent, steps, {
    change(at, to) {
      const block = present[at]
      const goal = wanted[to]
      if (block?.kind === 'table' && goal?.kind === 'table') rewriteTable(block, goal)
      else if (block && block.kind !== 'table' && goal && goal.kind !== 'table') rewriteLine(block, goal)
    },
    build: (to) => buildBlock(wanted[to] as Block),
  })
}

function keyOf(block: Line | Grid): string {
  return JSON.stringify(normalBlocks([blockOf(block)]))
}

function keyOfBlock(block: Block): string {
  return JSON.stringify([block])
}

function rewriteLine(line: Line, wanted: TextBlock): void {
  const element = line.element
  if (!element) return
  if (line.kind !== wanted.kind) setAttribute(element, ATTRIBUTE.kind, wanted.kind)
  if (line.indent !== wanted.indent) setAttribute(element, ATTRIBUTE.level, wanted.indent)
  rewriteContent(element, wanted.content)
}

/** Whether every row and cell that is stored is also read; an empty row, left by a merge, is not. */
function isComplete(grid: Grid): boolean {
  return grid.rows.length === grid.element.length && grid.rows.every((cells) => cells.length === rowOf(cells).length)
}

function rowOf(cells: readonly GridCell[]): Element {
  return cells[0]?.element.parent as Element
}

function rewriteTable(grid: Grid, wanted: TableBlock): void {
  const isHeader = (index: number) => wanted.header && index === 0
  const steps = align(
    grid.rows.map((cells) =>
      JSON.stringify(cells.map((cell) => normalDocument({ blocks: cell.lines.map(blockOf) }).blocks)),
    ),
    wanted.rows.map((row) => JSON.stringify(row.cells)),
    () => true,
  )
  for (const step of steps) {
    if (step.do === 'keep' || step.do === 'change') setHeader(grid.rows[step.at] ?? [], isHeader(step.to))
  }
  applySteps(grid.element, steps, {
    change: (at, to) => rewriteRow(grid.rows[at] ?? [], wanted.rows[to]?.cells ?? [], isHeader(to)),
    build: (to) => buildRow(wanted.rows[to]?.cells ?? [], isHeader(to)),
  })
}

function rewriteRow(cells: readonly GridCell[], wanted: readonly (readonly TextBlock[])[], header: boolean): void {
  const row = rowOf(cells)
  wanted.forEach((lines, index) => {
    const cell = cells[index]
    if (cell) rewriteBlocks(cell.element, cell.lines, lines)
    else row.insert(index, [buildCell(lines, header)])
  })
  if (cells.length > wanted.length) row.delete(wanted.length, cells.length - wanted.length)
}

function setHeader(cells: readonly GridCell[], header: boolean): void {
  for (const { element } of cells) {
    const state = Number(getAttribute(element, ATTRIBUTE.header) ?? 0)
    const next = header ? state | HEADER_ROW : state & ~HEADER_ROW
    if (next !== state) setAttribute(element, ATTRIBUTE.header, next)
  }
}
