import type { SDG_STRENGTHS, SDG_TAG_SOURCES } from '../model/kinds.ts'
import type { FieldStep } from '../model/view.ts'
import { goalOf, SDG_FRAMEWORK } from '../taxonomy/sdgs.ts'
import { parentOf } from '../taxonomy/themes.ts'
import type { FieldEvidence, FieldSuggestions } from './suggest-fields.ts'

/** A tag that somebody could put on a record, and the words that speak for it. */
export type PendingTag = {
  readonly field: 'sdgs' | 'themes'
  /** The code of a goal or target, or the id of a theme. */
  readonly key: string
  readonly from: (typeof SDG_TAG_SOURCES)[number]
  readonly because: readonly FieldEvidence[]
}

/** What was decided about a record's tags of one field so far, by their keys. */
export type Decided = { readonly tagged: ReadonlySet<string>; readonly rejected: ReadonlySet<string> }

/**
 * The suggestions that nobody has decided about, best goal first and its targets under it. A goal is settled by a tag for
 * itself or for one of its targets; with a goal, its targets are rejected.
 */
export function pendingSdgs(
  { goals, targets }: FieldSuggestions,
  { tagged, rejected }: Decided,
): readonly PendingTag[] {
  const taggedGoals = new Set([...tagged].map(goalOf))
  return goals
    .filter(({ sdg, suggested }) => suggested && !rejected.has(sdg))
    .flatMap((goal) => {
      const own = targets.filter(({ sdg, suggested }) => suggested && goalOf(sdg) === Number(goal.sdg))
      const open = own.filter(({ sdg }) => !tagged.has(sdg) && !rejected.has(sdg))
      return [...(taggedGoals.has(Number(goal.sdg)) ? [] : [goal]), ...open]
    })
    .map(({ sdg, because }) => ({ field: 'sdgs', key: sdg, from: because[0]?.via ?? 'suggested', because }))
}

/** The same for themes, best first; a broader theme is settled by a tag for one under it. */
export function pendingThemes({ themes }: FieldSuggestions, { tagged, rejected }: Decided): readonly PendingTag[] {
  const broader = new Set([...tagged].map(parentOf))
  return themes
    .filter(({ theme, suggested }) => suggested && !tagged.has(theme) && !broader.has(theme) && !rejected.has(theme))
    .map(({ theme, because }) => ({ field: 'themes', key: theme, from: 'suggested', because }))
}

/** Puts a suggested tag on a record; where the tag has room for it, it says where it came from and from which list. */
export function accepting({ field, key, from }: PendingTag, strength: (typeof SDG_STRENGTHS)[number]): FieldStep {
  const value = field === 'themes' ? key : { code: key, strength, from, framework: SDG_FRAMEWORK }
  return { op: 'add', field, value }
}

/** Keeps a tag from being suggested for this record again, to anybody. */
export function rejecting({ field, key }: Pick<PendingTag, 'field' | 'key'>): FieldStep {
  return { op: 'add', field: `${field}Rejected`, value: key }
}
