import type { Field } from '../model/fields.ts'
import { findField, isRecordKind, RECORD_KINDS, type RecordKind } from '../model/kinds.ts'
import { matchChoice } from './column-name.ts'
import type { Mapping } from './mapping.ts'
import { type DayOrder, dayOrderOf } from './read-date.ts'
import { SAMPLE } from './suggest-mapping.ts'
import { cellText, type SheetRow, type Table } from './table.ts'
import { EXTRA, readTarget, SKIPPED, type Target } from './target.ts'

/** One column that comes in: where it stands, what it is called, and where it goes. */
export type PlannedColumn = {
  readonly index: number
  readonly name: string
  readonly target: Target | typeof EXTRA
  readonly order: DayOrder
}

/** What to do with each row of a table. */
export type RowPlan = {
  readonly mapping: Mapping
  readonly columns: readonly PlannedColumn[]
  /** How many columns have a name. */
  readonly width: number
  /** Makes Markdown of a cell that means exactly what it says. */
  readonly toMarkdown: (text: string) => string
}

/** Makes a plan of a mapping: finds its columns in the table, and how each writes its dates. */
export function planRows(
  table: Pick<Table, 'columns' | 'rows'>,
  mapping: Mapping,
  toMarkdown: (text: string) => string,
): RowPlan {
  const samples = table.columns.map((): string[] => [])
  let count = 0
  for (const { cells } of table.rows()) {
    samples.forEach((list, index) => list.push(cellText(cells[index])))
    count += 1
    if (count >= SAMPLE) break
  }
  const columns = table.columns.flatMap((name, index): PlannedColumn[] => {
    const written = mapping.columns[name] ?? EXTRA
    const target = written === EXTRA ? EXTRA : anyTarget(mapping.kind, written)
    if (written === SKIPPED || target === undefined) return []
    return [{ index, name, target, order: dayOrderOf(samples[index] ?? []) }]
  })
  const width = table.columns.length
  return { mapping, columns, width, toMarkdown: mapping.text === 'markdown' ? (text) => text : toMarkdown }
}

/** A column may be for rows of another kind than most. */
function anyTarget(kind: RecordKind, written: string): Target | undefined {
  return [kind, ...RECORD_KINDS].map((one) => readTarget(one, written)).find((target) => target !== undefined)
}

/** The kind of record that a row becomes: what its own column says, else what the mapping says. */
export function kindOf({ mapping, columns }: RowPlan, { cells }: SheetRow): string {
  const column = columns.find(({ target }) => target !== EXTRA && target.field === 'kind')
  const written = column ? cellText(cells[column.index]).trim() : ''
  return written === '' ? mapping.kind : (matchChoice('kind', written) ?? written)
}

/** The field of a kind that a target names. */
export function fieldOf(kind: string, { field }: Target): Field | undefined {
  const known: RecordKind = isRecordKind(kind) ? kind : 'case-study'
  return findField(known, field)
}
