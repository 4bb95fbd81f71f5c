import { plainToMarkdown } from '../../formats/markdown/plain-to-markdown.ts'
import { mapRow } from '../../core/tables/map-row.ts'
import type { Mapping } from '../../core/tables/mapping.ts'
import { planRows } from '../../core/tables/row-plan.ts'
import { suggestMapping } from '../../core/tables/suggest-mapping.ts'
import { COLUMN_LIMIT, isFilled, type Table } from '../../core/tables/table.ts'
import type { Where } from '../../core/tables/where.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import type { ImportRow } from './import-rows.ts'

/** A format that can be imported, by the name the command line has for it. */
export const IMPORT_FORMATS = ['jsonl', 'csv', 'xlsx'] as const

/** One of the formats. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** A source that was opened: records as they are, or tables whose columns a mapping sends somewhere. */
export type Source =
  | { readonly kind: 'records'; readonly format: ImportFormat; readonly rows: () => Iterable<ImportRow> }
  | { readonly kind: 'tables'; readonly format: ImportFormat; readonly tables: readonly Table[] }

/** The table that a mapping is meant for: the sheet it names, or the first. */
export function tableFor(tables: readonly Table[], mapping: Pick<Mapping, 'sheet'> | undefined): Outcome<Table> {
  const sheet = mapping?.sheet
  const found = sheet === undefined ? tables[0] : tables.find(({ name }) => name === sheet)
  return found ? done(found) : refused({ code: 'unknown-sheet', sheet: sheet ?? '' })
}

/** Whether a file that a row names lies beside its source. */
export type IsBeside = (name: string) => boolean

/** The rows of a source as an import takes them. Without a mapping, tables come in as their columns suggest. */
export function rowsOf(source: Source, mapping: Mapping | undefined, isBeside: IsBeside): Outcome<Iterable<ImportRow>> {
  if (source.kind === 'records') return done(source.rows())
  const table = tableFor(source.tables, mapping)
  if (!table.ok) return table
  const several = source.tables.length > 1
  const sheet = several ? table.value.name : undefined
  return done(tableRows(table.value, mapping ?? suggestMapping(table.value), sheet, isBeside))
}

function* tableRows(
  table: Table,
  mapping: Mapping,
  sheet: string | undefined,
  isBeside: IsBeside,
): Generator<ImportRow> {
  const plan = planRows(table, mapping, plainToMarkdown)
  const sheetName = sheet === undefined ? {} : { sheet }
  if (table.tooMany > 0) {
    const count = table.columns.length + table.tooMany
    yield { where: { ...sheetName, row: 1 }, problems: [{ code: 'too-many-columns', count, limit: COLUMN_LIMIT }] }
  }
  for (const row of table.rows()) {
    const where: Where = { ...sheetName, row: row.number }
    // A quotation mark that is never closed has swallowed what stands below: no record is made of that.
    if (row.problem && (row.problem.code === 'quote-open' || !row.cells.some(isFilled))) {
      yield { where, problems: [row.problem] }
      continue
    }
    const { line, files, unnamed } = mapRow(plan, row)
    const problems: readonly Problem[] = [
      ...(row.problem ? [row.problem] : []),
      ...unnamed.map((column) => ({ code: 'unnamed-column', column }) as const),
      ...files.filter((name) => !isBeside(name)).map((name) => ({ code: 'named-file-missing', name }) as const),
    ]
    yield { where, line, files, problems, byContent: line['id'] === undefined || line['id'] === '' }
  }
}
