import { isJsonObject, type Json } from '../model/json.ts'
import { type Change, fieldKey } from './change.ts'
import { elementKey, inOrder, type OpenValue, type Subject, withdrawalOf } from './settle.ts'
import { type Acting, makeChange, saysDeleted } from './steps.ts'
import { undoEdits } from './undo-edits.ts'

/** What undoing needs to know: each touched subject before the group and now, and its whole log. */
export type UndoView = {
  readonly before: ReadonlyMap<string, Subject | undefined>
  readonly now: ReadonlyMap<string, Subject>
  readonly changesOf: (subject: string) => readonly Change[]
  /** The change under which a value stands today: what an earlier undo has put back has a name of its own. */
  readonly current: (change: string) => string
  /** Whether a change counts as work of those whose group is taken back; all other work is respected. */
  readonly isOwn: (change: string) => boolean
}

/** The changes of an undo; `revived` names those that put a value back, by the change that had it first. */
export type Undone = { readonly changes: readonly Change[]; readonly revived: ReadonlyMap<string, string> }

/**
 * The changes that take back a group of changes, given each touched subject as it was before the group and as it is
 * now. An undo is new changes, never a removal: colleagues who already have the first changes get the undo as well.
 *
 * Only what the group itself put there goes. What a colleague has put beside it stays, and where a colleague has put
 * something in its place there is nothing left to take back. All that the group had replaced comes back, so that the
 * undo of a decision between contested values makes them contested again. A thing the group created is deleted, unless
 * a colleague has worked on it. Of rich text goes what the group wrote, and what it took away returns to its place; what
 * is typed in the editor is taken back by the editor itself and is in no group.
 */
export function undoing(group: readonly Change[], view: UndoView, acting: Acting): Undone {
  const changes: Change[] = []
  const revived = new Map<string, string>()
  const created = new Set(group.map((change) => change.subject).filter((subject) => !view.before.get(subject)))
  for (const id of created) changes.push(...uncreate(view.now.get(id), view, acting))
  const kept = group.filter((change) => !created.has(change.subject))
  changes.push(...undoEdits(kept, view.changesOf, acting))
  // A deletion that comes back must have seen all else that this undo does.
  const counting = {
    ...view,
    changesOf: (id: string) => [...view.changesOf(id), ...changes.filter(({ subject }) => subject === id)],
  }
  for (const slot of slotsOf(group, created, view).toSorted(lifecycleLast)) {
    const { made, restored } = undoSlot(slot, slot.last.field === 'lifecycle' ? counting : view, acting)
    changes.push(...made)
    restored.forEach((value, index) => revived.set(value.id, made[index]?.id ?? value.id))
  }
  return { changes, revived }
}

/** A thing that did not exist before is not emptied field by field, but deleted as a whole. */
function uncreate(subject: Subject | undefined, view: UndoView, acting: Acting): readonly Change[] {
  if (!subject || subject.deleted) return []
  const lifecycle = (subject.values.get('lifecycle')?.open ?? []).map((entry) => entry.id)
  const replaces = lifecycle.filter(view.isOwn)
  // The deletion has seen nothing but our own work: what a colleague did here keeps the thing alive.
  const value = withdrawalOf(ownChanges(subject.id, view))
  return [makeChange(subject, { field: 'lifecycle', locale: '', op: 'set', value, replaces }, acting)]
}

function ownChanges(subject: string, view: UndoView): readonly Change[] {
  return view.changesOf(subject).filter((change) => view.isOwn(change.id))
}

/** One value, or one element of a set, that a group touched: what the group did there, and what did it last. */
type Slot = { readonly last: Change; readonly element: string | null; readonly ids: Set<string> }

function slotsOf(group: readonly Change[], created: ReadonlySet<string>, view: UndoView): readonly Slot[] {
  const slots = new Map<string, Slot>()
  for (const change of group) {
    if (change.op === 'edit' || created.has(change.subject)) continue
    const element = elementOf(change, view)
    const name = JSON.stringify([change.subject, fieldKey(change.field, change.locale), element])
    const ids = slots.get(name)?.ids ?? new Set<string>()
    slots.set(name, { last: change, element, ids: ids.add(change.id) })
  }
  return [...slots.values()]
}

function lifecycleLast(a: Slot, b: Slot): number {
  return Number(a.last.field === 'lifecycle') - Number(b.last.field === 'lifecycle')
}

function undoSlot({ last, element, ids }: Slot, view: UndoView, acting: Acting) {
  const subject = view.now.get(last.subject)
  const now = openIn(subject, last, element)
  const own = new Set([...ids].map(view.current))
  const mine = now.filter((entry) => own.has(entry.id))
  const nothing = { made: [], restored: [] }
  if (!subject || (last.op !== 'remove' && mine.length === 0)) return nothing
  const stillOpen = new Set(now.map((entry) => entry.id))
  const takenByOthers = new Set(
    view.changesOf(last.subject).flatMap((change) => (ids.has(change.id) ? [] : change.replaces)),
  )
  const restored = openIn(view.before.get(last.subject), last, element)
    .filter((entry) => !takenByOthers.has(entry.id) && !stillOpen.has(view.current(entry.id)))
    .toReversed()
  const { field, locale } = last
  const replaces = mine.map((entry) => entry.id)
  const op = element === null ? 'set' : 'add'
  const made = restored.map((entry) =>
    makeChange(subject, { field, locale, op, value: restoredValue(entry.value, last, view, acting), replaces }, acting),
  )
  if (made.length > 0 || mine.length === 0) return { made, restored }
  return { made: [makeChange(subject, { field, locale, op: 'remove', value: null, replaces }, acting)], restored }
}

/**
 * A deletion that comes back has also seen what we did and took back since: that must not keep the thing alive. One that
 * an edit had survived comes back as it was, still contested.
 */
function restoredValue(value: Json, { field, subject }: Change, view: UndoView, acting: Acting): Json {
  if (field !== 'lifecycle' || !isJsonObject(value) || !saysDeleted(value)) return value
  if (!view.before.get(subject)?.deleted) return value
  const latest = inOrder(ownChanges(subject, view)).at(-1)?.id
  if (latest === undefined) return value
  const seen = isJsonObject(value['seen']) ? value['seen'] : {}
  return { ...value, seen: { ...seen, [acting.clock.actor]: latest } }
}

/** What stands open in the place of a change, latest first. */
function openIn(subject: Subject | undefined, change: Change, element: string | null): readonly OpenValue[] {
  const key = fieldKey(change.field, change.locale)
  if (element === null) return subject?.values.get(key)?.open ?? []
  return subject?.sets.get(key)?.find((entry) => entry.key === element)?.open ?? []
}

/** The key of the element that a change touched; null where it touched a single value. */
function elementOf(change: Change, { before, now }: UndoView): string | null {
  if (change.op === 'set') return null
  if (change.op === 'add') return elementKey(change.value as Json)
  const replaced = new Set(change.replaces)
  for (const subject of [before.get(change.subject), now.get(change.subject)]) {
    const found = subject?.sets
      .get(change.field)
      ?.find((element) => element.open.some((entry) => replaced.has(entry.id)))
    if (found) return found.key
  }
  // The undo of a first value takes it away without another in its place.
  return null
}
