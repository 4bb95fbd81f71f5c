import type { Card } from '../model/card.ts'
import type { Lang } from '../model/lang.ts'
import type { Also } from './expansion.ts'

/** The facets a library can be narrowed by. Values of one facet widen (or), different facets narrow (and). */
export const FACETS = ['kind', 'sdg', 'theme', 'country', 'lang', 'state'] as const

/** One of the facets. */
export type Facet = (typeof FACETS)[number]

/** Chosen facet values. A goal ("5") includes its targets; a theme includes its children; `lang` is any version's language. */
export type Filters = Partial<Readonly<Record<Facet, readonly string[]>>>

/** How a list is ordered; `relevance` only means something while there is a query. */
export type SortKey = 'relevance' | 'modified' | 'created' | 'title' | 'period'

/** What is looked for. */
export type LibraryQuery = {
  readonly query: string
  readonly filters: Filters
  readonly sort: SortKey
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
  /** The language titles are sorted and shown in. */
  readonly lang: Lang
  /** Whether only the words as they were typed are looked for, and not what they are also called. */
  readonly asTyped?: boolean
  /** The id of a record that is not looked for: the one for which others are. */
  readonly except?: string
}

/** One reason for a hit: the word typed, the word found, where, and through which concept if not by itself. */
export type Why = {
  readonly term: string
  readonly matched: string
  readonly field: string
  readonly lang: Lang
  readonly concept?: string
}

/** A stretch of text around a match: `marks` are [start, end) offsets into `text`. */
export type Snippet = {
  readonly field: string
  readonly lang: Lang
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}

/** One record found. */
export type Hit = {
  readonly card: Card
  readonly score: number
  readonly why: readonly Why[]
  /** [start, end) offsets of matches in the shown title. */
  readonly titleMarks: readonly (readonly [number, number])[]
  readonly snippet: Snippet | null
}

/** How many records each value of each facet has, given the query and the other facets. */
export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>

/** One page of a library. */
export type LibraryPage = {
  readonly total: number
  readonly tookMs: number
  readonly hits: readonly Hit[]
  readonly facets: FacetCounts
  /** What the words are also called, where something was found by it. */
  readonly also: readonly Also[]
  /** Share of the workspace that is indexed, 0–1; below 1 the answer may be incomplete. */
  readonly indexed: number
}
