import type { Change } from '../history/change.ts'
import { settle, deletionOf, withdrawalOf } from '../history/settle.ts'
import { type Acting, makeChange } from '../history/steps.ts'
import { undoing } from '../history/undo.ts'

/** What taking a merge back needs to know. */
export type MergeToUndo = {
  /** The changes that the merge brought. */
  readonly changes: readonly Change[]
  /** The ids of what did not exist here before. */
  readonly created: ReadonlySet<string>
  readonly changesOf: (subject: string) => readonly Change[]
  /** The change under which a value stands today, where an undo has put it back under another name. */
  readonly current: (change: string) => string
}

/** The changes that take a merge back, and what they put back, as `undoing` tells it. */
export type MergeUndone = { readonly changes: readonly Change[]; readonly revived: ReadonlyMap<string, string> }

/**
 * The changes that take back all that a merge brought, wherever nobody has worked on it since: values and elements,
 * deletions, rich text, and records, which are deleted. They are changes like any other: colleagues get them too, and
 * an undo takes them back. What anybody did later stays, and so does a record that came in and was worked on.
 */
export function undoingMerge(merge: MergeToUndo, acting: Acting): MergeUndone {
  const changes: Change[] = []
  const revived = new Map<string, string>()
  for (const [id, group] of Map.groupBy(merge.changes, (change) => change.subject)) {
    const undone = undoingIn(id, group, merge, acting)
    changes.push(...undone.changes)
    for (const [first, now] of undone.revived) revived.set(first, now)
  }
  return { changes, revived }
}

function undoingIn(id: string, group: readonly Change[], merge: MergeToUndo, acting: Acting): MergeUndone {
  const all = merge.changesOf(id)
  const own = new Set(group.flatMap((change) => [change.id, merge.current(change.id)]))
  const rest = all.filter((change) => !own.has(change.id))
  const now = settle(all)
  if (merge.created.has(id)) {
    const isTouched = rest.length > 0 || now.deleted
    return { changes: isTouched ? [] : [deletion(all, acting, withdrawalOf)], revived: new Map() }
  }
  if (rest.length === 0) return { changes: [], revived: new Map() }
  const before = settle(rest)
  const view = {
    before: new Map([[id, before]]),
    now: new Map([[id, now]]),
    changesOf: merge.changesOf,
    current: merge.current,
    isOwn: (change: string) => own.has(change),
  }
  const { changes: made, revived } = undoing(group, view, acting)
  // What was deleted here, and only lived on because of what came in, is deleted again: now all of it has been seen.
  const isAlive = !settle([...all, ...made]).deleted
  return { changes: before.deleted && isAlive ? [...made, deletion([...all, ...made], acting)] : made, revived }
}

function deletion(all: readonly Change[], acting: Acting, valueOf = deletionOf): Change {
  const subject = settle(all)
  const replaces = (subject.values.get('lifecycle')?.open ?? []).map((open) => open.id)
  const value = valueOf(all)
  return makeChange(subject, { field: 'lifecycle', locale: '', op: 'set', value, replaces }, acting)
}
