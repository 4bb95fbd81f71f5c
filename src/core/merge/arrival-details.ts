import { type Change, fieldKey } from '../history/change.ts'
import { richState } from '../history/project.ts'
import { type OpenValue, settle, type Subject } from '../history/settle.ts'
import { saysDeleted } from '../history/steps.ts'
import { canonicalJson, type Json } from '../model/json.ts'
import { findField, findKind } from '../model/kinds.ts'
import { readDocument } from '../rich-text/read-document.ts'
import { type DiffPart, diffText } from '../text-diff/diff-text.ts'
import { newlyContested } from './arrivals.ts'
import { readableText } from './readable-text.ts'

/** What a merge does to one field in one language. */
export type FieldArrival = {
  readonly field: string
  readonly locale: string
  /** Whose changes of this field come in, each person's latest, latest first. */
  readonly by: readonly { readonly author: string; readonly at: number }[]
  readonly what: FieldDifference
  /** Every value that stands open afterwards, where they differ and did not before. */
  readonly contested: readonly OpenValue[]
}

/** How a field differs before and after. */
export type FieldDifference =
  | { readonly kind: 'text'; readonly parts: readonly DiffPart[] }
  | { readonly kind: 'value'; readonly before: Json; readonly after: Json }
  | { readonly kind: 'set'; readonly added: readonly Json[]; readonly removed: readonly Json[] }
  /** The text is the same; its headings, lists or marks are not. */
  | { readonly kind: 'form' }
  /** Nothing that shows: what came in was done here as well, or is from a version that knows more. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deleted' | 'restored' | 'kept' }

/** Bookkeeping that no person reads. */
const UNREAD = new Set(['imported', 'lang'])

/**
 * What a merge does to one subject, field by field, in the order of its form.
 *
 * @param known all that was known of it before
 * @param more what comes in, at least one change
 */
export function arrivalDetails(known: readonly Change[], more: readonly Change[]): readonly FieldArrival[] {
  const before = known.length === 0 ? undefined : settle(known)
  const after = settle([...known, ...more])
  const order = new Map((findKind(after.kind)?.fields ?? []).map(({ id }, index) => [id, index]))
  const contested = new Set(newlyContested(before, after))
  return [...Map.groupBy(more, ({ field, locale }) => fieldKey(field, locale))]
    .flatMap(([key, changes]) => {
      const [field = '', locale = ''] = key.split(':')
      if (UNREAD.has(field)) return []
      const open = contested.has(key) ? openIn(after, key) : []
      return [
        { field, locale, by: authorsOf(changes), what: differenceIn(field, locale, before, after), contested: open },
      ]
    })
    .filter(({ field, what }) => field !== 'lifecycle' || what.kind !== 'nothing')
    .sort((a, b) => (order.get(a.field) ?? 99) - (order.get(b.field) ?? 99) || (a.locale < b.locale ? -1 : 1))
}

function authorsOf(changes: readonly Change[]): FieldArrival['by'] {
  const latest = new Map<string, number>()
  for (const { author, at } of changes) latest.set(author, Math.max(at, latest.get(author) ?? at))
  return [...latest].map(([author, at]) => ({ author, at })).sort((a, b) => b.at - a.at)
}

/** The open values of a field that differ; of a set, those of its contested elements. */
function openIn(subject: Subject, key: string): readonly OpenValue[] {
  const elements = subject.sets.get(key)?.filter(({ open }) => open.length > 1) ?? []
  return subject.values.get(key)?.open ?? elements.flatMap(({ open }) => open)
}

function differenceIn(field: string, locale: string, before: Subject | undefined, after: Subject): FieldDifference {
  const key = fieldKey(field, locale)
  if (field === 'lifecycle') return lifecycleDifference(before, after)
  if (after.edits.has(key)) return textDifference(field, locale, before, after)
  const type = findField(after.kind, field)?.type
  if (type === 'set') return setDifference(elementsOf(before, key), elementsOf(after, key))
  const [was, is] = [valueOf(before, key), valueOf(after, key)]
  if (canonicalJson(was) === canonicalJson(is)) return { kind: 'nothing' }
  if (type !== 'text' && type !== 'long-text') return { kind: 'value', before: was, after: is }
  return { kind: 'text', parts: diffText(textIn(was), textIn(is)) }
}

function lifecycleDifference(before: Subject | undefined, after: Subject): FieldDifference {
  if (after.survived.length > 0) return { kind: 'kept' }
  if (after.deleted && !before?.deleted) return { kind: 'deleted' }
  return before?.deleted && !saysDeleted(valueOf(after, 'lifecycle')) ? { kind: 'restored' } : { kind: 'nothing' }
}

function textDifference(field: string, locale: string, before: Subject | undefined, after: Subject): FieldDifference {
  const documentIn = (subject: Subject | undefined) =>
    readDocument(richState(subject ?? { id: after.id, edits: new Map() }, field, locale))
  const [was, is] = [documentIn(before), documentIn(after)]
  const parts = diffText(readableText(was), readableText(is))
  if (parts.some(({ kind }) => kind !== 'same')) return { kind: 'text', parts }
  return JSON.stringify(was) === JSON.stringify(is) ? { kind: 'nothing' } : { kind: 'form' }
}

function setDifference(before: readonly Json[], after: readonly Json[]): FieldDifference {
  const [was, is] = [new Set(before.map(canonicalJson)), new Set(after.map(canonicalJson))]
  const added = after.filter((value) => !was.has(canonicalJson(value)))
  const removed = before.filter((value) => !is.has(canonicalJson(value)))
  return added.length + removed.length === 0 ? { kind: 'nothing' } : { kind: 'set', added, removed }
}

function elementsOf(subject: Subject | undefined, key: string): readonly Json[] {
  return (subject?.sets.get(key) ?? []).map(({ value }) => value)
}

function valueOf(subject: Subject | undefined, key: string): Json {
  return subject?.values.get(key)?.value ?? null
}

function textIn(value: Json): string {
  return typeof value === 'string' ? value : ''
}
