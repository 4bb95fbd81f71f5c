import { canonicalJson, type Json } from '../model/json.ts'
import { type Change, fieldKey } from './change.ts'
import { deletionOf, elementKey, type Subject } from './settle.ts'
import { type Acting, makeChange, type Target } from './steps.ts'

/** What undoing needs to know: each touched subject before the group and now, and its whole log. */
export type UndoView = {
  readonly before: ReadonlyMap<string, Subject | undefined>
  readonly now: ReadonlyMap<string, Subject>
  readonly changesOf: (subject: string) => readonly Change[]
}

/**
 * The changes that take back a group of changes, given each touched subject as it was before the group and as it is
 * now. An undo is new changes, never a removal: colleagues who already have the first changes get the undo as well.
 * A thing the group created is deleted. Rich text is taken back by the editor itself.
 */
export function undoing(group: readonly Change[], view: UndoView, acting: Acting): readonly Change[] {
  const { before, now } = view
  const undone: Change[] = []
  const touched = new Map<string, Change>()
  const created = new Set(group.map((change) => change.subject).filter((subject) => !before.get(subject)))
  for (const id of created) undone.push(...uncreate(now.get(id), view, acting))
  for (const change of group) {
    if (change.op === 'edit' || created.has(change.subject)) continue
    const element = change.op === 'set' ? '' : elementOf(change, before.get(change.subject), now.get(change.subject))
    touched.set(`${change.subject}\n${fieldKey(change.field, change.locale)}\n${element}`, change)
  }
  for (const [name, change] of touched) {
    const subject = now.get(change.subject)
    if (!subject) continue
    const target = { id: change.subject, kind: change.kind, subject }
    const key = name.split('\n').slice(2).join('\n')
    const made = change.op === 'set' ? undoSet(target, change, before.get(change.subject), acting) : undoElement(target, change.field, key, before.get(change.subject), acting)
    if (made) undone.push(made)
  }
  return undone
}

/** A thing that did not exist before is not emptied field by field, but deleted as a whole. */
function uncreate(subject: Subject | undefined, view: UndoView, acting: Acting): readonly Change[] {
  if (!subject || subject.deleted) return []
  const replaces = (subject.values.get('lifecycle')?.open ?? []).map((entry) => entry.id)
  const value = deletionOf(view.changesOf(subject.id))
  return [makeChange(subject, { field: 'lifecycle', locale: '', op: 'set', value, replaces }, acting)]
}

function undoSet(target: Target, change: Change, before: Subject | undefined, acting: Acting): Change | null {
  const key = fieldKey(change.field, change.locale)
  const value = before?.values.get(key)?.value ?? null
  const open = target.subject?.values.get(key)
  if (canonicalJson(open?.value ?? null) === canonicalJson(value)) return null
  const replaces = (open?.open ?? []).map((entry) => entry.id)
  return makeChange(target, { field: change.field, locale: change.locale, op: 'set', value, replaces }, acting)
}

function undoElement(target: Target, field: string, key: string, before: Subject | undefined, acting: Acting): Change | null {
  const was = before?.sets.get(field)?.find((element) => element.key === key)
  const is = target.subject?.sets.get(field)?.find((element) => element.key === key)
  const replaces = (is?.open ?? []).map((entry) => entry.id)
  if (!was) return is ? makeChange(target, { field, locale: '', op: 'remove', value: null, replaces }, acting) : null
  if (is && canonicalJson(is.value) === canonicalJson(was.value)) return null
  return makeChange(target, { field, locale: '', op: 'add', value: was.value, replaces }, acting)
}

/** The key of the element that an add or a remove touched. */
function elementOf(change: Change, before: Subject | undefined, now: Subject | undefined): string {
  if (change.op === 'add') return elementKey(change.value as Json)
  const replaced = new Set(change.replaces)
  for (const subject of [before, now]) {
    const found = subject?.sets.get(change.field)?.find((element) => element.open.some((entry) => replaced.has(entry.id)))
    if (found) return found.key
  }
  return ''
}
