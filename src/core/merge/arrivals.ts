import type { Change } from '../history/change.ts'
import { contestedKeys } from '../history/project.ts'
import { settle, type Subject } from '../history/settle.ts'
import { sourceLang } from '../history/steps.ts'
import { LANGS, type Lang } from '../model/lang.ts'

/** What happens to a thing when a merge comes in. */
export type Fate = 'new' | 'changed' | 'deleted'

/** One record, brief or theme that a merge brings something for: enough for a line of a list. */
export type Arrival = {
  readonly id: string
  readonly kind: string
  readonly fate: Fate
  /** The language it was written in, and its titles as they will be. */
  readonly lang: Lang
  readonly titles: Partial<Readonly<Record<Lang, string>>>
  readonly changes: number
  /** How many of its fields the merge leaves contested. */
  readonly contested: number
}

/** Somebody whose changes come in: how many, and between which moments of their own clock. */
export type Arriving = { readonly author: string; readonly changes: number; readonly from: number; readonly to: number }

/** What things without a title are called by. */
const NAMED_BY: Readonly<Record<string, string>> = { theme: 'label', concept: 'words' }

/** What a merge does to one subject, given how it stands before and after. */
export function arrivalOf(before: Subject | undefined, after: Subject, changes: number): Arrival {
  const fate = !before ? 'new' : after.deleted && !before.deleted ? 'deleted' : 'changed'
  const field = NAMED_BY[after.kind] ?? 'title'
  const titles = LANGS.flatMap((lang) => {
    const title = after.values.get(`${field}:${lang}`)?.value
    return typeof title === 'string' && title.trim() !== '' ? [[lang, title] as const] : []
  })
  const contested = newlyContested(before, after).length
  const { id, kind } = after
  return { id, kind, fate, lang: sourceLang(after), titles: Object.fromEntries(titles), changes, contested }
}

/** The fields that are contested afterwards and were not before, as `fieldKey`s. */
export function newlyContested(before: Subject | undefined, after: Subject): readonly string[] {
  const already = new Set(before ? contestedKeys(before) : [])
  return contestedKeys(after).filter((key) => !already.has(key))
}

/**
 * The lines of a merge that has taken place.
 *
 * @param changes what it brought
 * @param known what was known of a subject before it came
 */
export function arrivalsOf(
  changes: readonly Change[],
  known: (subject: string) => readonly Change[],
): readonly Arrival[] {
  return [...Map.groupBy(changes, (change) => change.subject)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, more]) => {
      const earlier = known(id)
      const before = earlier.length === 0 ? undefined : settle(earlier)
      return arrivalOf(before, settle([...earlier, ...more]), more.length)
    })
}

/** Whose changes they are, those with the most first. */
export function arrivingFrom(changes: readonly Change[]): readonly Arriving[] {
  return [...Map.groupBy(changes, (change) => change.author)]
    .map(([author, own]) => {
      const times = own.map(({ at }) => at)
      const earliest = times.reduce((a, b) => Math.min(a, b))
      const latest = times.reduce((a, b) => Math.max(a, b))
      return { author, changes: own.length, from: earliest, to: latest }
    })
    .sort((a, b) => b.changes - a.changes || (a.author < b.author ? -1 : 1))
}
