import type { Card } from '../model/card.ts'
import { foldName } from '../taxonomy/fold.ts'

/** Why two things may be one: what they were imported under, how they are called, or a join that left something behind. */
export type Likeness = 'external-id' | 'title' | 'label' | 'joined'

/** Two things that may be one. `kept` is the one that a join would keep: the same for everybody who joins them. */
export type AlikePair = {
  readonly what: 'theme' | 'record'
  readonly kept: string
  readonly other: string
  readonly because: Likeness
}

/** So many words make a title that hardly two records share by chance. */
const TELLING_WORDS = 4

/** Which of two is kept when they are joined: the lower id, so that two people who join them apart keep the same one. */
export function keptOf(one: string, other: string): readonly [kept: string, gone: string] {
  return one < other ? [one, other] : [other, one]
}

/** What a record has in common with those that may be the same; records without one of these in common are not. */
export function recordKeys({ kind, externalId, titles }: Card): readonly string[] {
  const names = new Set(Object.values(titles).map(foldName))
  const keys = [...names].filter((name) => name !== '').map((name) => `title ${kind} ${name}`)
  return externalId === null ? keys : [...keys, `external ${kind} ${externalId}`]
}

/**
 * Why two records may be one: the same kind and the same external id; or the same kind and title (case, accents and
 * articles aside, in any language) where neither countries nor years speak against it, and one of them or a long title
 * speaks for it.
 */
export function likenessOf(one: Card, other: Card): Likeness | undefined {
  if (one.kind !== other.kind) return undefined
  if (one.externalId !== null && one.externalId === other.externalId) return 'external-id'
  const titles = new Set(Object.values(one.titles).map(foldName))
  const shared = Object.values(other.titles)
    .map(foldName)
    .filter((title) => title !== '' && titles.has(title))
  if (shared.length === 0) return undefined
  const signs = [inCommon(one.countries, other.countries), sameTime(one, other)]
  if (signs.includes(false)) return undefined
  const isTelling = shared.some((title) => title.split(' ').length >= TELLING_WORDS)
  return isTelling || signs.includes(true) ? 'title' : undefined
}

/** Whether two lists have something in common; undefined where one of them is empty. */
function inCommon(one: readonly string[], other: readonly string[]): boolean | undefined {
  if (one.length === 0 || other.length === 0) return undefined
  return one.some((entry) => other.includes(entry))
}

/** Whether the years of two records overlap; undefined where one of them has none. */
function sameTime(one: Card, other: Card): boolean | undefined {
  const [mine, theirs] = [yearsOf(one), yearsOf(other)]
  if (!mine || !theirs) return undefined
  return mine.from <= theirs.to && theirs.from <= mine.to
}

function yearsOf({ from, to }: Card): { readonly from: number; readonly to: number } | undefined {
  const [first, last] = [from ?? to, to ?? from].map((date) => Number.parseInt(date ?? '', 10))
  return first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last)
    ? undefined
    : { from: first, to: last }
}
