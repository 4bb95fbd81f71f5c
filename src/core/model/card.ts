import type { SdgTag } from './elements.ts'
import type { Lang } from './lang.ts'

/** What a list shows of a record or brief: a projection, rebuilt from the log at any time. */
export type Card = {
  readonly id: string
  readonly kind: string
  readonly externalId: string | null
  /** The language it was written in. */
  readonly lang: Lang
  /** Every language that has at least a title or some text, source language first. */
  readonly languages: readonly Lang[]
  readonly titles: Partial<Readonly<Record<Lang, string>>>
  readonly summaries: Partial<Readonly<Record<Lang, string>>>
  readonly sdgs: readonly SdgTag[]
  /** Theme ids, built-in or of the workspace. */
  readonly themes: readonly string[]
  /** ISO 3166-1 alpha-3 codes. */
  readonly countries: readonly string[]
  readonly places: readonly string[]
  /** Partial ISO 8601 dates. */
  readonly from: string | null
  readonly to: string | null
  readonly state: string
  readonly illustrative: boolean
  /** How many fields stand contested. */
  readonly contested: number
  readonly deleted: boolean
  readonly createdAt: number
  readonly modifiedAt: number
  readonly author: string
}

/** The plain text of one field in one language, as search and strangers with a SQLite shell read it. */
export type FieldText = {
  readonly subject: string
  readonly field: string
  readonly locale: string
  readonly text: string
}

/** The title people are shown: in the language asked for, else the record's own, else any; empty where it has none. */
export function titleOf(card: Pick<Card, 'titles' | 'lang'>, lang: Lang): string {
  return card.titles[lang] ?? card.titles[card.lang] ?? Object.values(card.titles)[0] ?? ''
}
