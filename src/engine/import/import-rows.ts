import { importedId, newId } from '../../core/history/ids.ts'
import { canonicalJson, isJsonObject, type Json } from '../../core/model/json.ts'
import { done, type Outcome, type Problem } from '../../core/problem.ts'
import type { Where } from '../../core/tables/where.ts'
import { detectLang } from '../detect-lang.ts'
import type { Workspace } from '../workspace.ts'
import { workspaceLang } from '../workspace-facts.ts'
import { type Imported, importRecord } from './import-records.ts'
import { recordIds } from './record-ids.ts'
import { readRecordLine } from './record-line.ts'

/** Something that was wrong with one row of a source. */
export type RowProblem = { readonly where: Where; readonly problem: Problem }

/**
 * One row of any source: a record as a line of JSON Lines says it, or what is wrong with the row. `files` names what
 * belongs to it and lies beside the source.
 */
export type ImportRow = {
  readonly where: Where
  readonly line?: Json
  readonly problems?: readonly Problem[]
  readonly files?: readonly string[]
  /** The source gives its records no ids: one of the same content is the same record. */
  readonly byContent?: boolean
}

/** What an import came to. */
export type ImportResult = {
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
  readonly problems: readonly RowProblem[]
}

/** Everything an import did, as `Workspace.undoMerge` needs it to take it back. */
export type ImportDeed = { readonly changes: readonly string[]; readonly created: readonly string[] }

/** How many records go into the log in one transaction. */
const BATCH = 250

/**
 * Imports rows: good ones come in, bad ones are reported with their place. Yields after every batch, so that the caller
 * can report progress, answer others, or stop (what is in stays in).
 *
 * @param note is told of each deed once it is in the log
 */
export function* importRows(
  workspace: Workspace,
  rows: Iterable<ImportRow>,
  options: { readonly dryRun: boolean; readonly note?: (deed: ImportDeed) => void },
): Generator<ImportResult, ImportResult> {
  const counts = { imported: 0, updated: 0, unchanged: 0 }
  const problems: RowProblem[] = []
  // However many transactions it takes, an import is one thing to take back.
  const part = Symbol('import')
  const bring = bringer(workspace)
  let work = workspace.work()
  let inBatch = 0
  const commit = () => {
    if (!options.dryRun) {
      workspace.commit(work, 'import', { part })
      const changes = work.made().map(({ id }) => id)
      if (changes.length > 0)
        options.note?.({ changes, created: work.touched().filter((id) => work.before(id) === undefined) })
    }
    work = workspace.work()
    inBatch = 0
  }
  for (const row of rows) {
    problems.push(...(row.problems ?? []).map((problem) => ({ where: row.where, problem })))
    if (row.line === undefined) continue
    const imported = bring(work, row, row.line)
    if (!imported.ok) {
      problems.push({ where: row.where, problem: imported.problem })
      continue
    }
    counts[imported.value.fate] += 1
    problems.push(...imported.value.problems.map((problem) => ({ where: row.where, problem })))
    inBatch += 1
    if (inBatch >= BATCH) {
      commit()
      yield { ...counts, problems }
    }
  }
  commit()
  return { ...counts, problems }
}

type Bring = (work: ReturnType<Workspace['work']>, row: ImportRow, line: Json) => Outcome<Imported>

function bringer(workspace: Workspace): Bring {
  const seen = new Set<string>()
  const idOf = recordIds(workspace)
  const fallback = workspaceLang(workspace)
  const ownId = (line: Json): string => {
    const { ports, store } = workspace
    const digest = ports.sha256(canonicalJson(line))
    for (let count = 1; ; count += 1) {
      const id = importedId(ports, store.header.id, `content:${digest}:${count}`)
      if (seen.has(id)) continue
      seen.add(id)
      return idOf.alive(id)
    }
  }
  return (work, row, written) => {
    const { named, line } = namedRecord(workspace, written)
    const record = readRecordLine(line, (text) => detectLang(text, fallback))
    if (!record.ok) return record
    const { externalId } = record.value
    if (named !== undefined) {
      if (seen.has(named)) return { ok: false, problem: { code: 'duplicate-id', id: named } }
      seen.add(named)
      return importRecord(workspace, work, { line: record.value, id: named, idOf: idOf.external, isBack: true })
    }
    if (externalId !== null) {
      if (seen.has(externalId)) return { ok: false, problem: { code: 'duplicate-id', id: externalId } }
      seen.add(externalId)
    }
    const id = externalId === null ? (row.byContent ? ownId(line) : newId(workspace.ports)) : idOf.external(externalId)
    const imported = importRecord(workspace, work, { line: record.value, id, idOf: idOf.external })
    return imported.ok ? done(imported.value) : imported
  }
}

/** The record of this workspace that a row says it is, as our own exports do; and the row without that. */
function namedRecord(workspace: Workspace, written: Json): { readonly named?: string; readonly line: Json } {
  if (!isJsonObject(written) || typeof written['record'] !== 'string') return { line: written }
  const { record: named, ...line } = written
  const subject = workspace.subject(named)
  return subject && !subject.deleted ? { named, line } : { line }
}
