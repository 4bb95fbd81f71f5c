import { type Cell, type CellValue, cellText, isFilled, type SheetRow, type Table } from './table.ts'

/** How forms' exports name a row, and the row of the other sheet that it belongs to. */
const KEYS = [
  { own: '_index', parent: '_parent_index', table: '_parent_table_name' },
  { own: 'KEY', parent: 'PARENT_KEY', table: undefined },
] as const

const MACHINERY = /^_(?:index|parent_index|parent_table_name|submission_.*|uuid|id)$|^(?:PARENT_)?KEY$|^SET-OF-/

type Child = { readonly table: Table; readonly parent: string; readonly keys: (typeof KEYS)[number] }

/**
 * Puts the sheets of a form's repeated questions beside the sheet they belong to: each of their columns becomes one
 * whose cells hold as many answers as were given. Sheets that belong to none stay as they are.
 */
export function joinRepeats(tables: readonly Table[]): readonly Table[] {
  const children = tables.flatMap((table) => childOf(table, tables))
  if (children.length === 0) return tables
  const inner = new Set(children.map(({ table }) => table))
  return tables.filter((table) => !inner.has(table)).map((table) => withChildren(table, children, new Set([table])))
}

/** A sheet with a column for its parent's rows, under the first sheet where it does not say under which. */
function childOf(table: Table, tables: readonly Table[]): readonly Child[] {
  const keys = KEYS.find(({ parent }) => table.columns.includes(parent))
  if (!keys) return []
  const named = keys.table === undefined ? undefined : firstOf(table, keys.table)
  const root = tables.find((other) => other !== table && !other.columns.includes(keys.parent))
  const parent = tables.find(({ name }) => name === named) ?? root
  return parent ? [{ table, parent: parent.name, keys }] : []
}

function firstOf(table: Table, column: string): string {
  const index = table.columns.indexOf(column)
  for (const { cells } of table.rows()) return cellText(cells[index])
  return ''
}

function withChildren(table: Table, children: readonly Child[], above: ReadonlySet<Table>): Table {
  const own = children.filter(({ parent, table: child }) => parent === table.name && !above.has(child))
  if (own.length === 0) return table
  const joined = own.map(({ table: child, keys }) => ({
    keys,
    child: withChildren(child, children, new Set([...above, child])),
  }))
  const added = joined.map(({ keys, child }) => ({ keys, child, columns: columnsOf(child) }))
  const names = added.flatMap(({ child, columns }) => columns.map(({ name }) => nameIn(child, name)))
  const columns = [...table.columns, ...names.map((name) => freeName(name, table.columns))]
  return { ...table, columns, rows: () => joinedRows(table, added) }
}

type Added = {
  readonly keys: Child['keys']
  readonly child: Table
  readonly columns: readonly { readonly index: number }[]
}

function columnsOf(child: Table): readonly { readonly index: number; readonly name: string }[] {
  return child.columns.map((name, index) => ({ name, index })).filter(({ name }) => !MACHINERY.test(name))
}

function nameIn(child: Table, column: string): string {
  return column.includes('/') ? column : `${child.name}/${column}`
}

function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? `${name} (2)` : name
}

function* joinedRows(table: Table, added: readonly Added[]): Generator<SheetRow> {
  const groups = added.map(({ keys, child }) => grouped(child, keys.parent))
  const width = table.columns.length
  for (const row of table.rows()) {
    const cells: CellValue[] = Array.from({ length: width }, (_, index) => row.cells[index] ?? null)
    for (const [place, { keys, columns }] of added.entries()) {
      const key = cellText(row.cells[table.columns.indexOf(keys.own)])
      const rows = groups[place]?.get(key) ?? []
      for (const { index } of columns) cells.push(answers(rows, index))
    }
    yield { ...row, cells }
  }
}

function grouped(child: Table, column: string): ReadonlyMap<string, readonly SheetRow[]> {
  const index = child.columns.indexOf(column)
  return Map.groupBy(child.rows(), ({ cells }) => cellText(cells[index]))
}

/** Answers keep their places beside those of other columns of the same sheet, also where one is missing. */
function answers(rows: readonly SheetRow[], index: number): CellValue {
  const cells = rows.flatMap(({ cells }) => {
    const cell = cells[index] ?? null
    return Array.isArray(cell) ? (cell as readonly Cell[]) : [cell as Cell]
  })
  return cells.some(isFilled) ? cells : null
}
