import { importedId } from '../../core/history/ids.ts'
import type { Problem } from '../../core/problem.ts'
import { detectLang } from '../detect-lang.ts'
import { externalIds } from '../external-ids.ts'
import type { Workspace } from '../workspace.ts'
import { workspaceLang } from '../workspace-facts.ts'
import { importRecord } from './import-records.ts'
import { LINE_LIMIT, linesOf } from './lines.ts'
import { parseLine } from './parse-line.ts'
import { readRecordLine } from './record-line.ts'

/** Something that was wrong with one line. */
export type LineProblem = { readonly line: number; readonly problem: Problem }

/** What an import came to. `read` counts the lines that were records. */
export type ImportResult = {
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
  readonly problems: readonly LineProblem[]
}

/** How many records go into the log in one transaction. */
const BATCH = 250

/**
 * Imports JSON Lines: good lines come in, bad ones are reported with their number. Yields after every batch, so that
 * the caller can report progress, answer others, or stop (what is in stays in).
 */
export function* importJsonLines(
  workspace: Workspace,
  chunks: Iterable<Uint8Array>,
  options: { readonly dryRun: boolean },
): Generator<ImportResult, ImportResult> {
  const counts = { imported: 0, updated: 0, unchanged: 0 }
  const problems: LineProblem[] = []
  const seen = new Set<string>()
  const byExternalId = externalIds(workspace)
  const idOf = (externalId: string) =>
    byExternalId.get(externalId) ?? importedId(workspace.ports, workspace.store.header.id, externalId)
  const fallback = workspaceLang(workspace)
  // However many transactions it takes, an import is one thing to take back.
  const part = Symbol('import')
  let work = workspace.work()
  let inBatch = 0
  for (const line of linesOf(chunks)) {
    const at = line.number
    if ('fault' in line) {
      problems.push({
        line: at,
        problem:
          line.fault === 'too-long'
            ? { code: 'line-too-long', line: at, limit: LINE_LIMIT }
            : { code: 'broken-line', line: at },
      })
      continue
    }
    const json = parseLine(line.text)
    if (json === undefined) {
      problems.push({ line: at, problem: { code: 'broken-line', line: at } })
      continue
    }
    const record = readRecordLine(json, (text) => detectLang(text, fallback))
    if (!record.ok) {
      problems.push({ line: at, problem: record.problem })
      continue
    }
    const { externalId } = record.value
    if (externalId !== null && seen.has(externalId)) {
      problems.push({ line: at, problem: { code: 'duplicate-id', id: externalId } })
      continue
    }
    if (externalId !== null) seen.add(externalId)
    const imported = importRecord(workspace, work, record.value, idOf)
    if (!imported.ok) {
      problems.push({ line: at, problem: imported.problem })
      continue
    }
    counts[imported.value.fate] += 1
    problems.push(...imported.value.problems.map((problem) => ({ line: at, problem })))
    inBatch += 1
    if (inBatch >= BATCH) {
      if (!options.dryRun) workspace.commit(work, 'import', { part })
      work = workspace.work()
      inBatch = 0
      yield { ...counts, problems }
    }
  }
  if (!options.dryRun) workspace.commit(work, 'import', { part })
  return { ...counts, problems }
}
