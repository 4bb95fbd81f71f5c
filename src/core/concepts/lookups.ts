import type { Lang } from '../model/lang.ts'
import { alternativeTerms } from '../search/expansion.ts'
import { eachToken } from '../search/tokens.ts'
import { type Concept, type Name, namesOf } from './concept.ts'

/** A name as records are looked for by it: all of its terms, side by side. */
export type Lookup = {
  readonly text: string
  readonly lang: Lang
  readonly terms: readonly string[]
  readonly name: Name
  /** The words are meant as they stand. */
  readonly asName: boolean
}

/**
 * The names of a concept that records can be found by, each only once where several lead to the same records. Records
 * list no small words, and without them "sans abri" is its opposite: a name of which one word is left is not among them.
 */
export function lookupsOf(concept: Concept): readonly Lookup[] {
  const seen = new Set<string>()
  const lookups = namesOf(concept).flatMap(([lang, name]): readonly Lookup[] => {
    const { text } = name
    // The tags of a record hold names as they stand, its texts as the language inflects them.
    const readings = name.proper ? [true, false] : [false]
    return readings.map((asName) => {
      const { terms } = alternativeTerms({ text, lang, weight: 1, asName })
      return { text, lang, terms, name, asName }
    })
  })
  return lookups.filter(({ text, lang, terms, asName }) => {
    const key = `${asName ? '' : lang} ${terms.join(' ')}`
    const isNew = !seen.has(key) && (terms.length > 1 || countWords(text) === 1)
    seen.add(key)
    return isNew
  })
}

function countWords(text: string): number {
  let words = 0
  eachToken(text, () => {
    words += 1
  })
  return words
}
