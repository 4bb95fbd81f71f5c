import type { Workspace } from '../workspace.ts'
import { type ImportResult, type ImportRow, importRows } from './import-rows.ts'
import { LINE_LIMIT, linesOf } from './lines.ts'
import { parseLine } from './parse-line.ts'

/** Imports JSON Lines, as `importRows` does. */
export function importJsonLines(
  workspace: Workspace,
  chunks: Iterable<Uint8Array>,
  options: { readonly dryRun: boolean },
): Generator<ImportResult, ImportResult> {
  return importRows(workspace, jsonLinesRows(chunks), options)
}

/** Reads JSON Lines as rows; a line that is none is reported with its number. */
export function* jsonLinesRows(chunks: Iterable<Uint8Array>): Generator<ImportRow> {
  for (const line of linesOf(chunks)) {
    const { number } = line
    const where = { line: number }
    if ('fault' in line) {
      const problem =
        line.fault === 'too-long'
          ? ({ code: 'line-too-long', line: number, limit: LINE_LIMIT } as const)
          : ({ code: 'broken-line', line: number } as const)
      yield { where, problems: [problem] }
      continue
    }
    const json = parseLine(line.text)
    if (json === undefined) yield { where, problems: [{ code: 'broken-line', line: number }] }
    else yield { where, line: json }
  }
}
