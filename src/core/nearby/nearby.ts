import { likenessOf } from '../join/alike.ts'
import type { Card } from '../model/card.ts'
import { LANGS, type Lang } from '../model/lang.ts'
import type { Facet, LibraryPage, LibraryQuery } from '../search/query.ts'
import { shareOfWords, tellingWords } from './words.ts'

/** Why a lesson may matter to what somebody is writing: words that both have, and tags. */
export type NearbyWhy = {
  readonly words: readonly string[]
  readonly themes: readonly string[]
  readonly goals: readonly string[]
  readonly countries: readonly string[]
}

/** Why two records may tell the same: their number elsewhere, their title, or nearly all words of their summaries. */
type Because = 'external-id' | 'title' | 'summary'

/** What stands near a record or brief in the same workspace. */
export type Nearby = {
  /** Lessons that may matter here, the likeliest first. */
  readonly lessons: readonly { readonly card: Card; readonly why: NearbyWhy }[]
  /** Records that may tell the same thing. */
  readonly alike: readonly { readonly card: Card; readonly because: Because }[]
}

/** What somebody is writing. */
export type Writing = {
  readonly card: Card
  /** Its title and what it says in short, in the language it is being written in. */
  readonly text: string
  readonly lang: Lang
  /** Records that are there already: those that a brief cites. */
  readonly known: ReadonlySet<string>
}

/** How a workspace is asked. */
export type Surroundings = {
  readonly search: (query: LibraryQuery) => LibraryPage
  readonly goalOf: (code: string) => number | undefined
}

const MOST_LESSONS = 3
const MOST_ALIKE = 3
const LOOKED_AT = 20
const MOST_WORDS = 12

/** What a reason counts, and what all of them together must come to: one tag alone is no reason to interrupt. */
const COUNTS = { word: 1, theme: 2, country: 1.5, goal: 1 } as const
const MOST_FOR_WORDS = 3
const ENOUGH = 2.5

/** From this share of words in common on, two summaries tell the same. */
const SAME_SUMMARY = 0.7
const FEWEST_WORDS = 8

/**
 * Finds up to three lessons that may matter to what somebody is writing, in any language, and records that may be the
 * same one. Deterministic; nothing is told without a reason.
 */
export function findNearby(writing: Writing, surroundings: Surroundings): Nearby {
  return { lessons: lessonsFor(writing, surroundings), alike: alikeTo(writing, surroundings) }
}

function lessonsFor(writing: Writing, { search, goalOf }: Surroundings): Nearby['lessons'] {
  const { card, known } = writing
  const goals = goalsOf(card, goalOf)
  const spoken = new Map<string, readonly string[]>()
  const cards = new Map<string, Card>()
  const ask = (query: string, filters: Partial<Record<Facet, readonly string[]>>): void => {
    const sort = query === '' ? 'modified' : 'relevance'
    for (const hit of search(asking(writing, query, { kind: ['lesson'], ...filters }, sort)).hits) {
      cards.set(hit.card.id, hit.card)
      if (query !== '') spoken.set(hit.card.id, [...new Set(hit.why.map(({ matched }) => matched.toLowerCase()))])
    }
  }
  const words = tellingWords(writing.text, writing.lang).slice(0, MOST_WORDS).join(' ')
  if (words !== '') ask(words, {})
  if (card.themes.length > 0) ask('', { theme: card.themes })
  if (card.countries.length > 0) ask('', { country: card.countries })
  if (goals.length > 0) ask('', { sdg: goals })
  const lessons = [...cards.values()].flatMap((lesson) => {
    const why: NearbyWhy = {
      words: (spoken.get(lesson.id) ?? []).slice(0, MOST_FOR_WORDS),
      themes: lesson.themes.filter((theme) => card.themes.includes(theme)),
      goals: goalsOf(lesson, goalOf).filter((goal) => goals.includes(goal)),
      countries: lesson.countries.filter((country) => card.countries.includes(country)),
    }
    const points = pointsOf(why)
    return points < ENOUGH || known.has(lesson.id) ? [] : [{ card: lesson, why, points }]
  })
  return lessons
    .sort((a, b) => b.points - a.points || b.card.modifiedAt - a.card.modifiedAt || (a.card.id < b.card.id ? -1 : 1))
    .slice(0, MOST_LESSONS)
    .map(({ card: lesson, why }) => ({ card: lesson, why }))
}

function pointsOf({ words, themes, goals, countries }: NearbyWhy): number {
  return (
    words.length * COUNTS.word +
    (themes.length > 0 ? COUNTS.theme : 0) +
    (countries.length > 0 ? COUNTS.country : 0) +
    (goals.length > 0 ? COUNTS.goal : 0)
  )
}

function alikeTo(writing: Writing, { search }: Surroundings): Nearby['alike'] {
  const { card } = writing
  const words = tellingWords(writing.text, writing.lang).slice(0, MOST_WORDS).join(' ')
  if (words === '' || card.kind === 'brief') return []
  const { hits } = search(asking(writing, words, { kind: [card.kind] }, 'relevance'))
  return hits
    .flatMap((hit): Nearby['alike'] => {
      const because = becauseOf(card, hit.card)
      return because === undefined ? [] : [{ card: hit.card, because }]
    })
    .slice(0, MOST_ALIKE)
}

function becauseOf(one: Card, other: Card): Because | undefined {
  const likeness = likenessOf(one, other)
  if (likeness === 'external-id' || likeness === 'title') return likeness
  return tellTheSame(one, other) ? 'summary' : undefined
}

/** Whether the summaries of two records have most of their words in common, in a language that both have. */
function tellTheSame(one: Card, other: Card): boolean {
  return LANGS.some((lang) => {
    const [mine, theirs] = [one.summaries[lang], other.summaries[lang]]
    return mine !== undefined && theirs !== undefined && shareOfWords(mine, theirs, lang, FEWEST_WORDS) >= SAME_SUMMARY
  })
}

function goalsOf(card: Card, goalOf: Surroundings['goalOf']): readonly string[] {
  const goals = card.sdgs.flatMap(({ code }) => goalOf(code) ?? [])
  return [...new Set(goals)].map(String)
}

function asking(
  { card, lang }: Writing,
  query: string,
  filters: LibraryQuery['filters'],
  sort: LibraryQuery['sort'],
): LibraryQuery {
  return { query, filters, sort, descending: true, offset: 0, limit: LOOKED_AT, lang, except: card.id }
}
