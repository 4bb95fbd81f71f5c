import type { Lang } from '../model/lang.ts'
import { alternativeTerms } from '../search/expansion.ts'
import { eachToken } from '../search/tokens.ts'
import { type Concept, namesOf } from './concept.ts'

/** A name as records are looked for by it: all of its terms, side by side. */
export type Lookup = {
  readonly text: string
  readonly lang: Lang
  readonly terms: readonly string[]
  readonly ambiguous: boolean
}

/**
 * The names of a concept that records can be found by, each only once where several lead to the same records. Records
 * list no small words, and without them "sans abri" is its opposite: a name of which one word is left is not among them.
 */
export function lookupsOf(concept: Concept): readonly Lookup[] {
  const seen = new Set<string>()
  return namesOf(concept).flatMap(([lang, { text, ambiguous }]): readonly Lookup[] => {
    const { terms } = alternativeTerms({ text, lang, weight: 1 })
    const key = `${lang} ${terms.join(' ')}`
    if (seen.has(key) || (terms.length === 1 && countWords(text) > 1)) return []
    seen.add(key)
    return [{ text, lang, terms, ambiguous }]
  })
}

function countWords(text: string): number {
  let words = 0
  eachToken(text, () => {
    words += 1
  })
  return words
}
