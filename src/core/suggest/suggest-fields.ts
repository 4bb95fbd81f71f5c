import type { FieldText } from '../model/card.ts'
import type { Lang } from '../model/lang.ts'
import { suggestTags } from './suggest-tags.ts'
import type { ThemeSuggestion } from './suggest-themes.ts'
import type { Evidence, Suggestion } from './suggestion.ts'

/** A place in one field of a record that speaks for a goal or target. */
export type FieldEvidence = Evidence & { readonly field: string }

/** A suggestion for a record: its evidence stands in the record's fields, each counted from its own beginning. */
export type FieldSuggestion = Omit<Suggestion, 'because'> & { readonly because: readonly FieldEvidence[] }

/** The same for a theme. */
export type FieldThemeSuggestion = Omit<ThemeSuggestion, 'because'> & { readonly because: readonly FieldEvidence[] }

/** What a record seems to be about, best first. */
export type FieldSuggestions = {
  readonly goals: readonly FieldSuggestion[]
  readonly targets: readonly FieldSuggestion[]
  readonly themes: readonly FieldThemeSuggestion[]
  readonly read: number
}

/** What a record is about, and the version that was read. */
export type RecordSuggestions = FieldSuggestions & { readonly lang: Lang }

/** Ends a sentence, so that no expression is seen across two fields. */
const BETWEEN = '\n\n'

/** The goals, targets and themes that the fields of a record, read as one text, seem to be about. */
export function suggestForFields(fields: readonly Pick<FieldText, 'field' | 'text'>[], lang: Lang): FieldSuggestions {
  const { goals, targets, themes, read } = suggestTags(fields.map(({ text }) => text).join(BETWEEN), lang)
  const begins: number[] = []
  fields.reduce((at, { text }) => {
    begins.push(at)
    return at + text.length + BETWEEN.length
  }, 0)
  const inField = <T extends { readonly because: readonly Evidence[] }>(suggestion: T) => ({
    ...suggestion,
    because: suggestion.because.map((evidence) => {
      const at = begins.findLastIndex((begin) => begin <= evidence.start)
      const begin = begins[at] ?? 0
      const { start, end } = evidence
      return { ...evidence, field: fields[at]?.field ?? '', start: start - begin, end: end - begin }
    }),
  })
  return { goals: goals.map(inField), targets: targets.map(inField), themes: themes.map(inField), read }
}
