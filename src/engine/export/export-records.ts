import { fieldKey } from '../../core/history/change.ts'
import type { Subject } from '../../core/history/settle.ts'
import { jsonText } from '../../core/model/json.ts'
import { LANGS, type Lang } from '../../core/model/lang.ts'
import { writeCsv } from '../../formats/csv/write-csv.ts'
import { writeXlsx } from '../../formats/xlsx/write-xlsx.ts'
import type { Workspace } from '../workspace.ts'
import { workspaceName } from '../workspace-facts.ts'
import { recordLine } from './record-lines.ts'
import { recordTable } from './record-table.ts'

/** A format that a selection of records can be exported in. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const

/** One of the formats. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** An export: its bytes, and the records whose texts do not fit in the format. */
export type Exported = {
  readonly bytes: Uint8Array
  readonly records: number
  readonly withheld: readonly { readonly id: string; readonly why: string }[]
}

/** Writes records in a format, in the order they are named. Labels and names are in one language. */
export function exportRecords(
  workspace: Workspace,
  ids: readonly string[],
  format: ExportFormat,
  lang: Lang,
): Exported {
  const subjects = ids.flatMap((id) => workspace.subject(id) ?? [])
  const records = subjects.length
  switch (format) {
    case 'csv':
      return { bytes: Buffer.from(writeCsv(recordTable(subjects, lang))), records, withheld: [] }
    case 'xlsx': {
      const { bytes, cut } = writeXlsx(workspaceName(workspace), recordTable(subjects, lang))
      return { bytes, records, withheld: cut.map((cell) => whereCut(subjects, cell)) }
    }
    case 'jsonl': {
      const themes = themeNames(workspace)
      const lines = subjects.map((subject) => JSON.stringify(recordLine(subject, themes)))
      return { bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')), records, withheld: [] }
    }
  }
}

/** A cell holds no more than 32,767 characters: whoever exports is told whose text was cut. */
function whereCut(subjects: readonly Subject[], cell: string): Exported['withheld'][number] {
  const row = Number(/\d+$/.exec(cell)?.[0])
  return { id: subjects[row - 2]?.id ?? '', why: 'text-too-long' }
}

/** The name of a theme that the workspace itself made, in the first language that has one. */
function themeNames(workspace: Workspace): (id: string) => string {
  return (id) => {
    const theme = workspace.subject(id)
    if (theme?.kind !== 'theme') return id
    const labels = LANGS.map((lang) => jsonText(theme.values.get(fieldKey('label', lang))?.value))
    return labels.find((label) => label !== '') ?? id
  }
}
