import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { meaningOf } from '../model/tag-meaning.ts'
import { type Change, fieldKey } from './change.ts'
import { fromStamp } from './stamp.ts'

/** A value that nobody has replaced yet. */
export type OpenValue = { readonly id: string; readonly value: Json; readonly author: string; readonly at: number }

/** What a field shows (`value`, the latest) and everything that stands open, latest first. */
export type SettledValue = { readonly value: Json; readonly open: readonly OpenValue[] }

/** One element of a set field, named by its key. */
export type SettledElement = SettledValue & { readonly key: string }

/** A record, brief, theme … as its changes make it. Keys of the maps are `fieldKey`s. */
export type Subject = {
  readonly id: string
  readonly kind: string
  readonly createdAt: number
  readonly modifiedAt: number
  /** The latest change, in stamp order. */
  readonly latest: string
  readonly values: ReadonlyMap<string, SettledValue>
  readonly sets: ReadonlyMap<string, readonly SettledElement[]>
  /** Yjs updates of each rich field, in stamp order. */
  readonly edits: ReadonlyMap<string, readonly Change[]>
  readonly deleted: boolean
  /** Changes that the person who deleted it had not seen: they keep it alive, and it is contested. */
  readonly survived: readonly string[]
}

/** Names an element of a set: plain values by themselves, structured ones by their `key` (or `code`). */
export function elementKey(value: Json): string {
  if (isJsonObject(value)) {
    const key = value['key'] ?? value['code']
    if (typeof key === 'string') return key
  }
  return typeof value === 'string' ? value : canonicalJson(value)
}

/** Whether the open values really differ: two people who wrote the same thing have no conflict. */
export function isContested(open: readonly OpenValue[]): boolean {
  const [first, ...rest] = open
  if (!first) return false
  const shown = canonicalJson(meaningOf(first.value))
  return rest.some((other) => canonicalJson(meaningOf(other.value)) !== shown)
}

/** The same for one field of a subject. Two deletions agree, whatever each of them had seen. */
export function isContestedAt(key: string, open: readonly OpenValue[]): boolean {
  if (key !== 'lifecycle') return isContested(open)
  return isContested(
    open.map((entry) => ({ ...entry, value: isJsonObject(entry.value) ? (entry.value['state'] ?? null) : null })),
  )
}

/** Sorts changes by stamp; every order of arrival gives the same order here. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/**
 * Folds all changes of one subject into what people see. Pure, and the same whatever order the changes come in.
 *
 * @param changes all changes of one subject, at least one; unknown operations are passed over (they stay in the log)
 */
export function settle(changes: readonly Change[]): Subject {
  const ordered = inOrder(changes)
  const first = ordered[0]
  const last = ordered.at(-1)
  if (!first || !last) throw new Error('settle needs at least one change')
  const replaced = new Set(ordered.flatMap((change) => (isUnderstood(change.op) ? change.replaces : [])))
  const values = new Map<string, OpenValue[]>()
  const sets = new Map<string, Map<string, OpenValue[]>>()
  const edits = new Map<string, Change[]>()
  for (const change of ordered) {
    const key = fieldKey(change.field, change.locale)
    if (change.op === 'edit') entryOf(edits, key, () => []).push(change)
    if (change.value instanceof Uint8Array || (change.op !== 'set' && change.op !== 'add')) continue
    const isOpen = !replaced.has(change.id)
    const open = { id: change.id, value: change.value, author: change.author, at: change.at }
    if (change.op === 'add') {
      // An element that was replaced still says where its successor stands.
      const set = entryOf(sets, key, () => new Map<string, OpenValue[]>())
      const element = entryOf(set, elementKey(change.value), () => [])
      if (isOpen) element.unshift(open)
    } else if (isOpen) entryOf(values, key, () => []).unshift(open)
  }
  const settledValues = new Map([...values].map(([key, open]) => [key, settled(open)]))
  const { deleted, survived } = lifecycleOf(settledValues.get('lifecycle'), ordered)
  return {
    id: first.subject,
    kind: last.kind,
    createdAt: first.at,
    modifiedAt: last.at,
    latest: last.id,
    values: settledValues,
    sets: new Map([...sets].map(([key, set]) => [key, elementsOf(set)] as const).filter(([, set]) => set.length > 0)),
    edits,
    deleted,
    survived,
  }
}

/**
 * The value of a `lifecycle` change that deletes: what its author had seen, as the last stamp of every actor. An edit
 * outside of it was made by somebody who had not seen the deletion, and wins.
 */
export function deletionOf(changes: readonly Change[]): Json {
  const seen: { [actor: string]: string } = {}
  for (const change of inOrder(changes)) {
    const actor = fromStamp(change.id)?.actor
    if (actor !== undefined) seen[actor] = change.id
  }
  return { state: 'deleted', seen }
}

/**
 * The value of a `lifecycle` change that takes back the beginning of a thing: a deletion that says so. Whoever imports
 * the thing again means a new one.
 */
export function withdrawalOf(changes: readonly Change[]): Json {
  const deletion = deletionOf(changes)
  return isJsonObject(deletion) ? { ...deletion, undone: true } : deletion
}

/** Whether a thing is gone because its beginning was taken back, and not because somebody deleted it. */
export function wasUndone({ deleted, values }: Subject): boolean {
  const value = values.get('lifecycle')?.value
  return deleted && isJsonObject(value) && value['undone'] === true
}

/**
 * Where several people have deleted a thing apart, what any of them had seen does not keep it alive. Where somebody
 * brought it back apart from a deletion, it lives, whoever's clock was ahead: both stand, and somebody decides.
 */
function lifecycleOf(lifecycle: SettledValue | undefined, ordered: readonly Change[]) {
  const open = (lifecycle?.open ?? []).map((entry) => entry.value)
  const deletions = open.filter(isDeletion)
  if (deletions.length === 0 || deletions.length < open.length) return { deleted: false, survived: [] }
  const seen = deletions.map((value) => (isJsonObject(value['seen']) ? value['seen'] : {}))
  const survived = ordered
    .filter((change) => change.field !== 'lifecycle')
    .filter((change) => {
      const actor = fromStamp(change.id)?.actor ?? ''
      return !seen.some((last) => typeof last[actor] === 'string' && change.id <= last[actor])
    })
    .map((change) => change.id)
  return { deleted: survived.length === 0, survived }
}

function isDeletion(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && value['state'] === 'deleted'
}

function settled(open: readonly OpenValue[]): SettledValue {
  return { value: open[0]?.value ?? null, open }
}

/** Elements stand in the order in which they were first added. */
function elementsOf(set: ReadonlyMap<string, readonly OpenValue[]>): readonly SettledElement[] {
  return [...set].flatMap(([key, open]) => (open.length === 0 ? [] : [{ key, ...settled(open) }]))
}

function isUnderstood(op: string): boolean {
  return op === 'set' || op === 'add' || op === 'remove' || op === 'edit'
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
