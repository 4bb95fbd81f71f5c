import type { Lang } from '../model/lang.ts'
import { suggestSdgs } from './suggest.ts'
import { suggestThemes, type ThemeSuggestion } from './suggest-themes.ts'
import type { Suggestions } from './suggestion.ts'

/** Everything a text can be tagged with, best first. */
export type TagSuggestions = Suggestions & { readonly themes: readonly ThemeSuggestion[] }

/** The goals, targets and themes that a text seems to be about, each with the words that say so. */
export function suggestTags(text: string, lang: Lang): TagSuggestions {
  const sdgs = suggestSdgs(text, lang)
  return { ...sdgs, themes: suggestThemes(text.slice(0, sdgs.read), lang) }
}
