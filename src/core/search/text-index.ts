import type { Analysed } from './analyse.ts'
import { addPosting, isInTitle, packPosting, postingAt, removePosting } from './postings.ts'
import { createVocabulary, type Term, type Vocabulary, type Word } from './vocabulary.ts'
import type { WeighedWords } from './weigh-words.ts'

/** A word that an index kept: its spelling, what it is listed under and, once it is used again, its place. */
export type KeptWord = { readonly surface: string; readonly term: string; word?: Word }

/** A word of a record and, beside the first word of each term, what the term weighs there; 0 beside the others. */
export type Held<Entry> = readonly [word: Entry, rest: number]

/** Which records hold which words. Records are known by their slot, a small number that the library gives them. */
export type TextIndex = {
  readonly vocabulary: Vocabulary
  /** Indexes a record in a slot that holds none. */
  readonly add: (slot: number, words: WeighedWords) => void
  readonly remove: (slot: number) => void
  readonly has: (slot: number) => boolean
  readonly size: () => number
  /** The words of a record, for keeping the index. */
  readonly wordsOf: (slot: number) => readonly Held<Word>[]
  /** Puts back what `wordsOf` gave, in a slot that holds nothing. */
  readonly restore: (slot: number, words: readonly Held<KeptWord>[]) => void
}

/** How many analysed words are remembered with their place in the vocabulary. */
const REMEMBERED = 60_000

/** Makes an empty index. What is removed leaves nothing behind: the index is as if the record had never been there. */
export function createTextIndex(): TextIndex {
  const vocabulary = createVocabulary()
  const wordsBySlot = new Map<number, readonly Word[]>()
  const known = new Map<Analysed, Word>()
  /** Counts what is added. What carries the number of the round was met in it: quicker than a set for each record. */
  let round = 0

  function wordOf(analysed: Analysed): Word {
    const remembered = known.get(analysed)
    if (remembered && remembered.records > 0) return remembered
    if (known.size >= REMEMBERED) known.clear()
    const word = vocabulary.word(analysed.surface, analysed.term)
    known.set(analysed, word)
    return word
  }

  function addTo(term: Term, posting: number): void {
    addPosting(term.postings, posting)
    if (isInTitle(posting)) term.inTitles += 1
  }

  return {
    vocabulary,
    add(slot, { words, weights, titleTerms }) {
      round += 1
      const held: Word[] = []
      for (const analysed of words) {
        const word = wordOf(analysed)
        if (word.round === round) continue
        word.round = round
        word.records += 1
        held.push(word)
        const { term } = word
        if (term.round === round) continue
        term.round = round
        addTo(term, packPosting(slot, weights.get(term.key) ?? 1, titleTerms.has(term.key)))
      }
      wordsBySlot.set(slot, held)
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
      const held = words.map(([kept, rest]) => {
        const word = kept.word && kept.word.records > 0 ? kept.word : vocabulary.word(kept.surface, kept.term)
        kept.word = word
        word.records += 1
        if (rest > 0) addTo(word.term, packPosting(slot, 0, false) + rest)
        return word
      })
      wordsBySlot.set(slot, held)
    },
  }
}
