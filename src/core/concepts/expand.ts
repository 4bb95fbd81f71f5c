import type { Lang } from '../model/lang.ts'
import type { Alternative, Expand, Expansion } from '../search/expansion.ts'
import type { QueryWord } from '../search/query-words.ts'
import type { ConceptSet } from './concept-set.ts'
import type { Lookup } from './lookups.ts'
import type { Recognised } from './name-index.ts'

/** How much another name counts, of the 16 of a word as it was typed: that of another language, or a synonym. */
const ELSEWHERE = 8
const SYNONYM = 5

/** A proper name is the same thing in every language. */
const PROPER = 10

/** What less usual names, names that mean something else too, and parts of what was named count less. */
const LESS_USUAL = 1
const AMBIGUOUS = 2
const PART = 3

/** So many names of each language are looked for, of what was named and of parts of it. */
const MOST_NAMES = 5
const MOST_NAMES_OF_PART = 2

/**
 * Says what the words of a query may also be called. Expressions are recognised longest first; what their parts mean by
 * themselves counts too, for less. What one set says of a concept, another may add to.
 */
export function createExpand(sets: readonly ConceptSet[]): Expand {
  const namesOf = (id: string) => sets.flatMap((set) => set.lookups(id))

  /** One expansion for each concept that is named from the first word of what was recognised to an end. */
  function expansionsTo(
    end: number,
    found: readonly Recognised[],
    words: readonly QueryWord[],
    isPart: boolean,
  ): readonly Expansion[] {
    const named = found.filter((entry) => entry.end === end)
    // Words that are a name as they stand are less likely to be an inflection of another ("pays" and "pay").
    const isTyped = named.some(({ exact }) => exact)
    return [...new Set(named.map(({ concept }) => concept.id))].flatMap((concept): readonly Expansion[] => {
      const ways = named.filter((entry) => entry.concept.id === concept)
      const first = ways[0]?.first ?? 0
      const isDoubtful = ways.every(({ ambiguous, exact }) => ambiguous || (isTyped && !exact))
      const alternatives = alternativesOf(namesOf(concept), words.slice(first, end), {
        langs: new Set(ways.map(({ lang }) => lang)),
        less: (isPart ? PART : 0) + (isDoubtful ? AMBIGUOUS : 0),
        most: isPart ? MOST_NAMES_OF_PART : MOST_NAMES,
      })
      return alternatives.length === 0 ? [] : [{ concept, first, end, alternatives }]
    })
  }

  return (words) => {
    const expansions: Expansion[] = []
    let covered = 0
    for (let first = 0; first < words.length; first += 1) {
      const found = sets.flatMap((set) => set.at(words, first)).sort((a, b) => b.end - a.end)
      const longest = found[0]?.end ?? first
      expansions.push(...expansionsTo(longest, found, words, first < covered))
      covered = Math.max(covered, longest)
      // The parts of a proper name mean nothing by themselves: South Sudan is not the south, nor Sudan.
      if (found.some(({ end, proper }) => proper && end === longest)) first = longest - 1
      else if (longest > first + 1) expansions.push(...expansionsTo(first + 1, found, words, true))
    }
    return expansions
  }
}

/** How a concept was named: in which languages, how doubtfully, and how many of its names are worth looking for. */
type Named = { readonly langs: ReadonlySet<Lang>; readonly less: number; readonly most: number }

function alternativesOf(
  names: readonly Lookup[],
  typed: readonly QueryWord[],
  { langs, less, most }: Named,
): readonly Alternative[] {
  const given: Record<Lang, number> = { en: 0, fr: 0, es: 0 }
  const alternatives: Alternative[] = []
  for (const { text, lang, terms, name, asName } of names) {
    if (given[lang] >= most || isTypedAlready(terms, typed)) continue
    const foreign = ELSEWHERE - (given[lang] === 0 ? 0 : LESS_USUAL)
    const usual = name.proper ? PROPER : langs.has(lang) ? SYNONYM : foreign
    const weight = Math.max(1, usual - less - (name.ambiguous ? AMBIGUOUS : 0))
    alternatives.push(asName ? { text, lang, weight, asName } : { text, lang, weight })
    given[lang] += 1
  }
  return alternatives
}

/** Whether the words of a query find all that a name would. */
function isTypedAlready(terms: readonly string[], typed: readonly QueryWord[]): boolean {
  const [term] = terms
  const [word] = typed
  return (
    typed.length === 1 && terms.length === 1 && term !== undefined && word !== undefined && word.terms.includes(term)
  )
}
