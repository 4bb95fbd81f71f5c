import type { Lang } from '../model/lang.ts'
import { parentOf } from '../taxonomy/themes.ts'
import { evidenceOf } from './evidence.ts'
import { createExpressions } from './expressions.ts'
import type { Place } from './read-text.ts'
import type { Evidence } from './suggestion.ts'
import { THEME_WORDS, themeSigns } from './theme-words.ts'

/** A theme of the built-in list that a text may be about, and why. */
export type ThemeSuggestion = {
  readonly theme: string
  /** Between 0 and 1: how much in the text speaks for it, for the length of the text. */
  readonly score: number
  /** Whether enough speaks for it to be proposed; the others are only the next best. */
  readonly suggested: boolean
  /** Strongest first. Never empty. */
  readonly because: readonly Evidence[]
}

const MOST_THEMES = 5
const MOST_SUGGESTED = 3
const SHOWN_FROM = 0.6
/** What has less than this part of the best score is only mentioned beside it. */
const SMALLEST_PART = 0.6
/** So many characters are a paragraph: a word in it says as much as two in a page. */
const PARAGRAPH = 400
/** So much speaking for a theme in a paragraph makes it as likely as not. */
const HALF = 2.6

const eachSign = createExpressions(THEME_WORDS)

/**
 * The built-in themes that a text seems to be about, best first, each with the words that say so. A broader theme is left
 * out where one under it says the same more exactly; what nothing speaks for is never listed.
 */
export function suggestThemes(text: string, lang: Lang): readonly ThemeSuggestion[] {
  const found = new Map<string, Map<string, Place[]>>()
  const note = (theme: string, strength: number, reason: string, start: number, end: number) => {
    const reasons = found.get(theme) ?? new Map<string, Place[]>()
    found.set(theme, reasons.set(reason, [...(reasons.get(reason) ?? []), { start, end, share: strength }]))
  }
  eachSign(text, lang, (name, _share, start, end) => {
    for (const { theme, strength, reason } of themeSigns(name)) note(theme, strength, reason, start, end)
  })
  const length = Math.sqrt(Math.max(1, text.length / PARAGRAPH))
  const ranked = [...found]
    .map(([theme, reasons]) => {
      const contributions = [...reasons.values()].map((places) => ({ places, weight: weightOf(places) / length }))
      const sum = contributions.reduce((total, { weight }) => total + weight, 0)
      return { theme, score: sum / (sum + HALF), because: evidenceOf(text, contributions) }
    })
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => b.score - a.score || (a.theme < b.theme ? -1 : 1))
  const best = ranked[0]?.score ?? 0
  return withoutBroader(ranked)
    .slice(0, MOST_THEMES)
    .map(({ theme, score, because }, rank) => ({
      theme,
      score: Math.round(score * 10_000) / 10_000,
      suggested: rank < MOST_SUGGESTED && score >= Math.max(SHOWN_FROM, best * SMALLEST_PART),
      because,
    }))
}

/** Less for every repetition, as for goals. */
function weightOf(places: readonly Place[]): number {
  const strongest = places.reduce((most, { share }) => Math.max(most, share), 0)
  return strongest * (1 + Math.log(places.length))
}

function withoutBroader<T extends { readonly theme: string; readonly score: number }>(ranked: readonly T[]) {
  return ranked.filter(({ theme, score }) =>
    ranked.every((other) => parentOf(other.theme) !== theme || other.score < score * SMALLEST_PART),
  )
}
