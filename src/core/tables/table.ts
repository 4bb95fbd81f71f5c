import type { Problem } from '../problem.ts'

/** What one cell of a table holds. Dates are text as ISO 8601 writes them, however the source keeps them. */
export type Cell = string | number | boolean | null

/** A cell, or several where another sheet repeats a question for the same record. */
export type CellValue = Cell | readonly Cell[]

/** One row as it stands in a source; `number` is the one a spreadsheet shows beside it. */
export type SheetRow = {
  readonly number: number
  readonly cells: readonly CellValue[]
  /** What is wrong with the row as the source writes it. */
  readonly problem?: Problem
}

/** One sheet of a source: its rows can be read as often as one likes, from the first each time. */
export type Sheet = { readonly name: string; readonly rows: () => Iterable<SheetRow> }

/** A sheet whose first row has named its columns. No two names are equal, and none is empty. */
export type Table = Sheet & {
  readonly columns: readonly string[]
  /** How many columns there are beyond those that are read. */
  readonly tooMany: number
}

/** Columns beyond this are not read: nobody asks a person that many questions. */
export const COLUMN_LIMIT = 2_000

const HEADER_LIMIT = 500

/** Reads the first row that holds anything as the names of the columns. A sheet without one is no table. */
export function tableOf(sheet: Sheet): Table | undefined {
  for (const header of sheet.rows()) {
    if (!header.cells.some(isFilled)) continue
    const { number } = header
    const rows = () => rowsBelow(sheet, number)
    const tooMany = Math.max(0, header.cells.length - COLUMN_LIMIT)
    return { name: sheet.name, columns: namesOf(header.cells.slice(0, COLUMN_LIMIT)), rows, tooMany }
  }
  return undefined
}

/** Whether a cell holds anything. */
export function isFilled(value: CellValue | undefined): boolean {
  if (Array.isArray(value)) return value.some((cell: Cell) => isFilled(cell))
  return value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '')
}

/** The words of a cell. */
export function cellText(cell: CellValue | undefined): string {
  if (cell === undefined || cell === null) return ''
  if (Array.isArray(cell)) return cell.map((entry: Cell) => cellText(entry)).join('\n')
  return String(cell)
}

/** Rows that hold nothing are passed over; what stands beyond the last column that is read does not count. */
function* rowsBelow(sheet: Sheet, header: number): Generator<SheetRow> {
  for (const row of sheet.rows()) {
    if (row.number <= header) continue
    const cells = row.cells.length > COLUMN_LIMIT ? row.cells.slice(0, COLUMN_LIMIT) : row.cells
    if (cells.some(isFilled) || row.problem) yield { ...row, cells }
  }
}

function namesOf(cells: readonly CellValue[]): readonly string[] {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const written = cellText(cell).replace(/\s+/g, ' ').trim().slice(0, HEADER_LIMIT)
    const name = written === '' ? columnLetters(index) : written
    let free = name
    for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`
    taken.add(free)
    return free
  })
}

/** The letters that a spreadsheet shows above a column: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCodePoint(65 + (index % 26))
  return rest === 0 ? letter : columnLetters(rest - 1) + letter
}
