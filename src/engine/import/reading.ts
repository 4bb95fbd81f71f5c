import type { Json } from '../../core/model/json.ts'
import type { RecordKind } from '../../core/model/kinds.ts'
import type { Lang } from '../../core/model/lang.ts'
import type { Problem } from '../../core/problem.ts'

/** One value for one field, not yet checked against the model. */
export type LineValue = { readonly field: string; readonly locale: Lang | ''; readonly value: Json }

/** One formatted text of one field in one language, as Markdown. */
export type LineText = { readonly field: string; readonly locale: Lang; readonly value: string }

/** The kinds that can be imported: records, and briefs that cite them. */
export type ImportedKind = RecordKind | 'brief'

/** A line while it is being read: what was found so far, what is kept aside, and what was wrong. */
export type Reading = {
  readonly kind: ImportedKind
  readonly problems: Problem[]
  readonly extra: { [key: string]: Json }
  readonly values: LineValue[]
  readonly markdown: LineText[]
}

/** Begins to read a line. */
export function startReading(kind: ImportedKind): Reading {
  // Without a prototype: a key may be called anything, `__proto__` too.
  const extra = Object.create(null) as { [key: string]: Json }
  return { kind, problems: [], extra, values: [], markdown: [] }
}

/** Keeps something aside under a key of its own, and says why. */
export function keep(reading: Reading, key: string, value: Json, problem: Problem): void {
  reading.extra[key] = value
  reading.problems.push(problem)
}

/** Keeps one entry of a list aside beside others of the same list, and says why. */
export function keepEntry(reading: Reading, key: string, value: Json, problem: Problem): void {
  const before = reading.extra[key]
  keep(reading, key, Array.isArray(before) ? [...(before as readonly Json[]), value] : [value], problem)
}

/** Keeps a part of the line that the model has no place for. */
export function keepUnknown(reading: Reading, key: string, value: Json): void {
  // In `fields` a key goes by its own name, unless the line has the same name twice.
  const name = key.replace(/^fields\./, '')
  keep(reading, name in reading.extra ? key : name, value, { code: 'unknown-key', key })
}
