import { findField } from '../model/kinds.ts'
import { canonicalJson, type Json } from '../model/json.ts'
import { documentsAlong } from '../rich-text/along.ts'
import type { RichDocument } from '../rich-text/document.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { type DiffPart, diffText } from '../text-diff/diff-text.ts'
import { type Change, fieldKey } from './change.ts'
import { excerptOf } from './excerpt.ts'
import type { Run } from './runs.ts'
import { elementKey, inOrder, type SettledElement, settle } from './settle.ts'

/** What a run came to: the words of a text, a value, the elements of a set, only the form of a text, or nothing to tell. */
export type RunResult =
  | { readonly type: 'text'; readonly parts: readonly DiffPart[] }
  | { readonly type: 'value'; readonly before: Json; readonly after: Json }
  | { readonly type: 'set'; readonly added: readonly Json[]; readonly removed: readonly Json[] }
  | { readonly type: 'form' }
  | { readonly type: 'nothing' }

/** One line of a record's history. `id` names its last change, and with it the version that it made. */
export type HistoryEntry = {
  readonly id: string
  readonly at: number
  readonly author: string
  readonly field: string
  readonly locale: string
  readonly op: string
  readonly changes: number
  readonly result: RunResult
}

/**
 * Some runs of a subject with what each of them came to.
 *
 * @param changes the whole log of the subject, of which the runs are
 */
export function entriesOf(changes: readonly Change[], runs: readonly Run[]): readonly HistoryEntry[] {
  const byField = Map.groupBy(inOrder(changes), (change) => fieldKey(change.field, change.locale))
  const results = new Map<Run, RunResult>()
  for (const [key, own] of Map.groupBy(runs, ({ last }) => fieldKey(last.field, last.locale))) {
    const log = byField.get(key) ?? []
    const isRich = own.some(({ last }) => last.op === 'edit')
    if (isRich) for (const [run, result] of richResults(log, own)) results.set(run, result)
    else for (const run of own) results.set(run, settledResult(log, run))
  }
  return runs.map((run) => {
    const { id, at, author, field, locale, op } = run.last
    return { id, at, author, field, locale, op, changes: run.changes.length, result: results.get(run) ?? NOTHING }
  })
}

const NOTHING: RunResult = { type: 'nothing' }

function richResults(log: readonly Change[], runs: readonly Run[]): ReadonlyMap<Run, RunResult> {
  const ordered = [...runs].sort((a, b) => (a.last.id < b.last.id ? -1 : 1))
  let from = ''
  // The text as it was before the first run, and as it was before and after each of the others.
  const bounds = ordered.flatMap((run) => [before(log, run), run.last.id])
  const steps = bounds.map((bound) => {
    const edits = log.flatMap(({ id, op, value }) =>
      op === 'edit' && id > from && id <= bound && value instanceof Uint8Array ? [value] : [],
    )
    from = bound > from ? bound : from
    return edits
  })
  const { subject = '', field = '', locale = '' } = log[0] ?? {}
  const documents = documentsAlong(subject, field, locale, steps)
  return new Map(
    ordered.map((run, index) => [run, richResult(documents[index * 2], documents[index * 2 + 1])] as const),
  )
}

/** The last change of a field before a run; the empty string where there is none. */
function before(log: readonly Change[], run: Run): string {
  return log.findLast(({ id }) => id < run.first.id)?.id ?? ''
}

function richResult(was: RichDocument | undefined, is: RichDocument | undefined): RunResult {
  if (!was || !is) return NOTHING
  const [earlier, later] = [plainText(was), plainText(is)]
  if (earlier !== later) return { type: 'text', parts: excerptOf(diffText(earlier, later)) }
  return canonicalJson(was) === canonicalJson(is) ? NOTHING : { type: 'form' }
}

function settledResult(log: readonly Change[], run: Run): RunResult {
  const key = fieldKey(run.last.field, run.last.locale)
  const was = settledAt(log.filter(({ id }) => id < run.first.id))
  const is = settledAt(log.filter(({ id }) => id <= run.last.id))
  const declared = findField(run.last.kind, run.last.field)
  if (declared?.type === 'set') return setResult(was?.sets.get(key) ?? [], is?.sets.get(key) ?? [])
  const [earlier, later] = [was?.values.get(key)?.value ?? null, is?.values.get(key)?.value ?? null]
  if (canonicalJson(earlier) === canonicalJson(later)) return NOTHING
  const isText = declared?.type === 'text' || declared?.type === 'long-text'
  if (!isText) return { type: 'value', before: earlier, after: later }
  return { type: 'text', parts: excerptOf(diffText(words(earlier), words(later))) }
}

function settledAt(changes: readonly Change[]) {
  return changes.length === 0 ? undefined : settle(changes)
}

function words(value: Json): string {
  return typeof value === 'string' ? value : ''
}

function setResult(was: readonly SettledElement[], is: readonly SettledElement[]): RunResult {
  const added = without(is, was)
  const removed = without(was, is)
  return added.length + removed.length === 0 ? NOTHING : { type: 'set', added, removed }
}

/** The elements of one list that another has not, or not so. */
function without(some: readonly SettledElement[], others: readonly SettledElement[]): readonly Json[] {
  const known = new Map(others.map(({ value }) => [elementKey(value), canonicalJson(value)]))
  return some.map(({ value }) => value).filter((value) => known.get(elementKey(value)) !== canonicalJson(value))
}
