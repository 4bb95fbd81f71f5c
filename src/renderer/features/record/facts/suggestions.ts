import { createContext, use } from 'react'
import type { RecordSuggestions } from '../../../../core/suggest/suggest-fields.ts'

/** Gives the facts what the text of their record speaks for. */
export const SuggestionsContext = createContext<RecordSuggestions | null>(null)

/** What the text of the record speaks for; null while nothing is known, and where nothing can be tagged. */
export function useSuggestionsHere(): RecordSuggestions | null {
  return use(SuggestionsContext)
}
