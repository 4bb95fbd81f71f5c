import { buildChild, childrenFor } from './build.ts'
import { clearLeaves, contentAfter, removeElement } from './line-content.ts'
import { normalInlines } from './normal-document.ts'
import type { TextLine, TextUnit } from './text-lines.ts'

/** Deletes a range that is within the plain text. Run inside a transaction. See `deleteText` for what it promises. */
export function deleteRange(units: readonly TextUnit[], from: number, to: number): void {
  if (from === to) return
  const touched = units.filter((unit) => unit.start <= to && from <= unit.end)
  const whole = touched.filter((unit) => unit.block.kind === 'table' && isWholeTable(unit, from, to))
  for (const unit of whole) if (unit.block.element) removeElement(unit.block.element)
  let run: TextLine[] = []
  for (const unit of touched) {
    if (whole.includes(unit)) continue
    if (unit.block.kind === 'table') {
      deleteLines(run, from, to)
      run = []
      for (const cell of unit.cells)
        deleteLines(
          cell.filter((line) => line.start <= to && from <= line.end),
          from,
          to,
        )
    } else {
      run.push(...unit.cells.flat())
    }
  }
  deleteLines(run, from, to)
}

/** A table is taken whole with a line end beside it; without one, only its text goes. */
function isWholeTable(unit: TextUnit, from: number, to: number): boolean {
  return from <= unit.start && unit.end <= to && (from < unit.start || unit.end < to)
}

/** Deletes the range from neighbouring lines and joins those whose separator it covers. */
function deleteLines(lines: readonly TextLine[], from: number, to: number): void {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) return
  const isLoose = lines.some((line) => line.line.element === null)
  if (lines.length === 1 || isLoose) {
    for (const line of lines) clearLeaves(line.leaves, from, to)
    return
  }
  const hasHead = first.start < from
  const hasTail = to < last.end
  if (hasHead || !hasTail) {
    // The first line stays and takes what is left of the last.
    const tail = normalInlines(contentAfter(last.line.pieces, to - last.start))
    clearLeaves(first.leaves, from, first.end, true)
    for (const line of lines.slice(1)) if (line.line.element) removeElement(line.line.element)
    const element = first.line.element
    if (tail.length > 0) element?.insert(element.length, childrenFor(tail).map(buildChild))
  } else {
    clearLeaves(last.leaves, last.start, to)
    for (const line of lines.slice(0, -1)) if (line.line.element) removeElement(line.line.element)
  }
}
