import type { QueryWord } from './query-words.ts'
import type { Segment } from './segment.ts'

/** Terms of a segment that a word of a query may mean, each with how sure that is, from 1 to 16. */
export type Candidates = Map<number, number>

const EXACT = 16

const SAME_STEM = 14
const BEGINS = 4
const BEGINS_NEARLY_WHOLE = 8
const TYPO = [0, 6, 4] as const

/** The word itself, its inflections in the three languages, and, while it is being typed, what it may become. */
export function exactTerms(segment: Segment, word: QueryWord): Candidates {
  const found: Candidates = new Map()
  for (const key of word.terms) {
    const term = segment.term(key)
    if (term !== undefined) propose(segment, found, term, SAME_STEM)
  }
  segment.spelled(word.surface, (term) => propose(segment, found, term, EXACT))
  if (word.last && (word.required || word.surface.length > 1)) addCompletions(found, segment, word)
  return found
}

/** What a word that is (nearly) unknown may be the beginning or a misspelling of. */
export function similarTerms(segment: Segment, word: QueryWord): Candidates {
  const found: Candidates = new Map()
  const { length } = word.surface
  if (word.kind !== 'word' || length < 3) return found
  if (!word.last) addCompletions(found, segment, word)
  if (length < 4) return found
  segment.resembling(word.surface, length < 8 ? 1 : 2, (term, away) => {
    propose(segment, found, term, TYPO[away] ?? EXACT)
  })
  return found
}

function addCompletions(found: Candidates, segment: Segment, word: QueryWord): void {
  const { length } = word.surface
  if (word.kind === 'code' || (word.kind === 'number' && length < 2)) return
  segment.startingWith(word.surface, (term, whole) => {
    propose(segment, found, term, Math.round(BEGINS + BEGINS_NEARLY_WHOLE * Math.min(1, length / whole)))
  })
}

function propose(segment: Segment, found: Candidates, term: number, sureness: number): void {
  if ((found.get(term) ?? 0) < sureness && segment.isListed(term)) found.set(term, sureness)
}
