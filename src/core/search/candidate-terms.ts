import type { QueryWord } from './query-words.ts'
import type { Term, Vocabulary } from './vocabulary.ts'

/** Terms that a word of a query may mean, each with how sure that is, from 1 to 16. */
export type Candidates = Map<Term, number>

const EXACT = 16

const SAME_STEM = 14
const BEGINS = 4
const BEGINS_NEARLY_WHOLE = 8
const TYPO = [0, 6, 4] as const

/** The word itself, its inflections in the three languages, and, while it is being typed, what it may become. */
export function exactTerms(vocabulary: Vocabulary, word: QueryWord): Candidates {
  const found: Candidates = new Map()
  for (const key of word.terms) propose(found, vocabulary.term(key), SAME_STEM)
  for (const { term } of vocabulary.spelled(word.surface)) propose(found, term, EXACT)
  if (word.last && (word.required || word.surface.length > 1)) addCompletions(found, vocabulary, word)
  return found
}

/** What a word that is (nearly) unknown may be the beginning or a misspelling of. */
export function similarTerms(vocabulary: Vocabulary, word: QueryWord): Candidates {
  const found: Candidates = new Map()
  const { length } = word.surface
  if (word.kind !== 'word' || length < 3) return found
  if (!word.last) addCompletions(found, vocabulary, word)
  if (length < 4) return found
  addTypos(found, vocabulary, word, length < 8 ? 1 : 2)
  // Two letters changed places count as two.
  if (found.size === 0 && length >= 6) addTypos(found, vocabulary, word, 2)
  return found
}

function addCompletions(found: Candidates, vocabulary: Vocabulary, word: QueryWord): void {
  const { length } = word.surface
  if (word.kind === 'code' || (word.kind === 'number' && length < 2)) return
  for (const { surface, term } of vocabulary.startingWith(word.surface)) {
    propose(found, term, Math.round(BEGINS + (BEGINS_NEARLY_WHOLE * length) / surface.length))
  }
}

function addTypos(found: Candidates, vocabulary: Vocabulary, word: QueryWord, distance: number): void {
  for (const [{ term }, away] of vocabulary.resembling(word.surface, distance)) {
    propose(found, term, TYPO[away] ?? EXACT)
  }
}

function propose(found: Candidates, term: Term | undefined, sureness: number): void {
  if (term && (found.get(term) ?? 0) < sureness) found.set(term, sureness)
}
