import { type Cell, cellText, isFilled, type SheetRow, type Table } from './table.ts'

/** Rows that are looked at before columns count as the choices of one question. */
const LOOKED_AT = 200
const TICKS = new Set(['0', '1', 'true', 'false', 'TRUE', 'FALSE', 'True', 'False', ''])
const TICKED = new Set(['1', 'true', 'TRUE', 'True'])

type Question = {
  readonly name: string
  readonly choices: readonly { readonly name: string; readonly index: number }[]
}

/**
 * Puts the columns of a question with several answers together again: forms' exports give each choice a column of its
 * own (`themes/water`, `themes/health`) with a one where it was ticked. Where the question has a column too, the
 * choices' columns say nothing more and go; else they become one that names what was ticked.
 */
export function joinChoices(table: Table): Table {
  const questions = questionsOf(table)
  if (questions.length === 0) return table
  const gone = new Set(questions.flatMap(({ choices }) => choices.map(({ index }) => index)))
  const kept = table.columns.flatMap((name, index) => (gone.has(index) ? [] : [{ name, index }]))
  const asked = questions.filter(({ name }) => !table.columns.includes(name))
  const pick = (row: SheetRow): SheetRow => ({
    ...row,
    cells: [
      ...kept.map(({ index }) => row.cells[index] ?? null),
      ...asked.map(({ choices }): readonly Cell[] =>
        choices.filter(({ index }) => TICKED.has(cellText(row.cells[index]))).map(({ name }) => name),
      ),
      ...row.cells.slice(table.columns.length),
    ],
  })
  return {
    ...table,
    columns: [...kept.map(({ name }) => name), ...asked.map(({ name }) => name)],
    *rows() {
      for (const row of table.rows()) yield pick(row)
    },
  }
}

function questionsOf(table: Table): readonly Question[] {
  const groups = Map.groupBy(
    table.columns.map((name, index) => ({ name, index })).filter(({ name }) => name.includes('/')),
    ({ name }) => name.slice(0, name.lastIndexOf('/')),
  )
  const candidates = [...groups].filter(([, columns]) => columns.length > 1)
  if (candidates.length === 0) return []
  const ticks = new Set(candidates.flatMap(([, columns]) => columns.map(({ index }) => index)))
  const filled = new Set<number>()
  let count = 0
  for (const { cells } of table.rows()) {
    for (const index of [...ticks]) {
      const cell = cells[index]
      if (Array.isArray(cell) || !TICKS.has(cellText(cell))) ticks.delete(index)
      else if (isFilled(cell)) filled.add(index)
    }
    count += 1
    if (count >= LOOKED_AT) break
  }
  return candidates
    .filter(
      ([, columns]) => columns.every(({ index }) => ticks.has(index)) && columns.some(({ index }) => filled.has(index)),
    )
    .map(([name, columns]) => ({
      name,
      choices: columns.map((column) => ({ index: column.index, name: column.name.slice(name.length + 1) })),
    }))
}
