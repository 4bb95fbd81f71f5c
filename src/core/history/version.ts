import type { RecordVersion } from '../model/version.ts'
import type { Change } from './change.ts'
import { contentAt, isEmptyContent, isSameContent, placesOf } from './field-content.ts'
import { inOrder, settle, type Subject } from './settle.ts'

/** A subject as it stood with one of its changes: what the prefix of its log up to there makes of it. */
export function subjectAt(changes: readonly Change[], stamp: string): Subject | undefined {
  const prefix = changes.filter((change) => change.id <= stamp)
  return prefix.length === 0 ? undefined : settle(prefix)
}

/**
 * A subject as it was shown with one of its changes, place by place, beside what it shows today. Places that were empty
 * then and are empty today are left out. Undefined where nothing had been written by then.
 */
export function versionOf(changes: readonly Change[], stamp: string): RecordVersion | undefined {
  const last = inOrder(changes).findLast((change) => change.id <= stamp)
  const then = subjectAt(changes, stamp)
  if (!last || !then) return undefined
  const now = settle(changes)
  const places = placesOf(now.kind).flatMap((place) => {
    const [before, today] = [contentAt(then, place), contentAt(now, place)]
    if (isEmptyContent(before) && isEmptyContent(today)) return []
    const { field, locale, key } = place
    return [{ key, field: field.id, locale, was: before, is: today, same: isSameContent(before, today) }]
  })
  return { id: now.id, kind: now.kind, stamp: last.id, at: last.at, author: last.author, deleted: then.deleted, places }
}
