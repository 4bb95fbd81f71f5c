import { takeBackEdits } from '../rich-text/take-back.ts'
import { type Change, fieldKey } from './change.ts'
import { inOrder } from './settle.ts'
import { type Acting, makeChange } from './steps.ts'

/**
 * The changes that take the rich-text edits of a group back, one for each field: what the group wrote goes, what it took
 * away returns, and what others have written since stays.
 */
export function undoEdits(
  group: readonly Change[],
  changesOf: (subject: string) => readonly Change[],
  acting: Acting,
): readonly Change[] {
  const edits = group.filter((change) => change.op === 'edit')
  const fields = Map.groupBy(edits, (change) => JSON.stringify([change.subject, change.field, change.locale]))
  return [...fields.values()].flatMap((ours) => {
    const [first] = ours
    if (!first) return []
    const { subject, kind, field, locale } = first
    const gone = new Set(ours.map((change) => change.id))
    const key = fieldKey(field, locale)
    const all = inOrder(changesOf(subject)).flatMap((change) =>
      change.op === 'edit' && fieldKey(change.field, change.locale) === key && change.value instanceof Uint8Array
        ? [{ update: change.value, takenBack: gone.has(change.id) }]
        : [],
    )
    const value = takeBackEdits(subject, field, locale, all)
    return value ? [makeChange({ id: subject, kind }, { field, locale, op: 'edit', value, replaces: [] }, acting)] : []
  })
}
