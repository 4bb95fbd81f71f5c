import type { Analysed } from './analyse.ts'
import { addPosting, isInTitle, packPosting, postingAt, removePosting } from './postings.ts'
import { createVocabulary, type Term, type Vocabulary, type Word } from './vocabulary.ts'
import type { WeighedWords } from './weigh-words.ts'

/** Which records hold which words. Records are known by their slot, a small number that the library gives them. */
export type TextIndex = {
  readonly vocabulary: Vocabulary
  /** Indexes a record in a slot that holds none. */
  readonly add: (slot: number, words: WeighedWords) => void
  readonly remove: (slot: number) => void
  readonly has: (slot: number) => boolean
  readonly size: () => number
  /** The words of a record, and what its term weighs beside the first word of each term, for keeping the index. */
  readonly wordsOf: (slot: number) => readonly (readonly [Word, number])[]
  /** Puts back what `wordsOf` gave. */
  readonly restore: (slot: number, words: readonly (readonly [Word, number])[]) => void
}

/** How many analysed words are remembered with their place in the vocabulary. */
const REMEMBERED = 100_000

/** Makes an empty index. What is removed leaves nothing behind: the index is as if the record had never been there. */
export function createTextIndex(): TextIndex {
  const vocabulary = createVocabulary()
  const wordsBySlot = new Map<number, readonly Word[]>()
  const known = new Map<Analysed, Word>()

  function wordOf(analysed: Analysed): Word {
    const remembered = known.get(analysed)
    if (remembered && remembered.records > 0) return remembered
    if (known.size >= REMEMBERED) known.clear()
    const word = vocabulary.word(analysed.surface, analysed.term)
    known.set(analysed, word)
    return word
  }

  function keep(slot: number, words: ReadonlySet<Word>): void {
    for (const word of words) word.records += 1
    wordsBySlot.set(slot, [...words])
  }

  function addTo(term: Term, posting: number): void {
    addPosting(term.postings, posting)
    if (isInTitle(posting)) term.inTitles += 1
  }

  return {
    vocabulary,
    add(slot, { words, weights, titleTerms }) {
      const found = new Set<Word>()
      for (const analysed of words) found.add(wordOf(analysed))
      keep(slot, found)
      const told = new Set<Term>()
      for (const { term } of found) {
        if (told.has(term)) continue
        told.add(term)
        addTo(term, packPosting(slot, weights.get(term.key) ?? 1, titleTerms.has(term.key)))
      }
    },
    remove(slot) {
      for (const word of wordsBySlot.get(slot) ?? []) {
        const posting = removePosting(word.term.postings, slot)
        if (posting !== undefined && isInTitle(posting)) word.term.inTitles -= 1
        vocabulary.release(word)
      }
      wordsBySlot.delete(slot)
    },
    has: (slot) => wordsBySlot.has(slot),
    size: () => wordsBySlot.size,
    wordsOf(slot) {
      const told = new Set<Term>()
      return (wordsBySlot.get(slot) ?? []).map((word) => {
        if (told.has(word.term)) return [word, 0]
        told.add(word.term)
        return [word, (postingAt(word.term.postings, slot) ?? 0) - packPosting(slot, 0, false)]
      })
    },
    restore(slot, words) {
      keep(slot, new Set(words.map(([word]) => word)))
      for (const [word, rest] of words) if (rest > 0) addTo(word.term, packPosting(slot, 0, false) + rest)
    },
  }
}
