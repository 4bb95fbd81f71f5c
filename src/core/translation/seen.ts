import type { Change } from '../history/change.ts'
import { contentAt, type FieldContent, placeOf } from '../history/field-content.ts'
import { settle, type Subject } from '../history/settle.ts'
import { fromStamp } from '../history/stamp.ts'

/**
 * What somebody had seen of one field in one language, as text: the last stamp of every actor who changed it, in order,
 * with spaces between. Unlike one stamp it leaves out what a colleague had written earlier and brought later.
 */
export type Seen = string

/** The changes of one field in one language. */
export function changesAt(changes: readonly Change[], field: string, locale: string): readonly Change[] {
  return changes.filter((change) => change.field === field && change.locale === locale)
}

/** What whoever holds these changes has seen. */
export function seenOf(changes: readonly Change[]): Seen {
  const last = new Map<string, string>()
  for (const { id } of changes) {
    const actor = fromStamp(id)?.actor ?? ''
    if (id > (last.get(actor) ?? '')) last.set(actor, id)
  }
  return [...last.values()].sort().join(' ')
}

/** Those of the changes that had been seen. */
function changesWithin(changes: readonly Change[], seen: Seen): readonly Change[] {
  const last = new Map(seen.split(' ').map((stamp) => [fromStamp(stamp)?.actor ?? '', stamp] as const))
  return changes.filter(({ id }) => id <= (last.get(fromStamp(id)?.actor ?? '') ?? ''))
}

/** One field in one language as it was seen then; undefined where the kind has no such field. */
export function contentSeen(changes: readonly Change[], kind: string, field: string, locale: string, seen: Seen) {
  const place = placeOf(kind, field, locale)
  if (!place) return undefined
  const within = changesWithin(changesAt(changes, field, locale), seen)
  const subject = within.length === 0 ? undefined : settle(within)
  return { subject, content: contentAt(subject, place) } satisfies {
    subject: Subject | undefined
    content: FieldContent
  }
}
