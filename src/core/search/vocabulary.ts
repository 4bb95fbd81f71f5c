import SearchableMap from 'minisearch/SearchableMap'
import type { Postings } from './postings.ts'

/** What records are listed under: the stem that its words share. */
export type Term = {
  readonly key: string
  readonly postings: Postings
  readonly words: Word[]
  /** How many records have it in their title. */
  inTitles: number
  /** Scratch: the last round of adding that came by. */
  round: number
}

/** One word as it stands in records, folded. `records` counts those that hold it; `round` is scratch, as above. */
export type Word = { readonly surface: string; readonly term: Term; records: number; round: number }

/** Every word of the records that are indexed, found whole, by how it begins, or by what it resembles. */
export type Vocabulary = {
  /** The word, made if there is none. */
  readonly word: (surface: string, termKey: string) => Word
  /** Counts one record less; a word that no record holds is forgotten. */
  readonly release: (word: Word) => void
  readonly term: (key: string) => Term | undefined
  readonly spelled: (surface: string) => readonly Word[]
  readonly startingWith: (prefix: string) => readonly Word[]
  /** Words at most `distance` letters added, left out or changed away, each with its distance. */
  readonly resembling: (surface: string, distance: number) => Iterable<readonly [Word, number]>
}

/** Beginnings up to this long have thousands of words, and are asked for at the start of every query. */
const SHORT = 2

/** Makes an empty vocabulary. Prefixes and typos are MiniSearch's radix tree, which holds each spelling once. */
export function createVocabulary(): Vocabulary {
  const terms = new Map<string, Term>()
  const tree = new SearchableMap<Word[]>()
  /** The words of short beginnings, as long as no word comes or goes. */
  const begun = new Map<string, readonly Word[]>()

  function wordsFrom(prefix: string): readonly Word[] {
    const known = begun.get(prefix)
    if (known) return known
    const words = [...tree.atPrefix(prefix).values()].flat()
    if (prefix.length <= SHORT) begun.set(prefix, words)
    return words
  }

  function addWord(surface: string, term: Term): Word {
    const word: Word = { surface, term, records: 0, round: 0 }
    term.words.push(word)
    begun.clear()
    tree.fetch(surface, () => []).push(word)
    return word
  }

  return {
    word(surface, termKey) {
      let term = terms.get(termKey)
      if (!term) {
        term = { key: termKey, postings: [], words: [], inTitles: 0, round: 0 }
        terms.set(termKey, term)
      }
      for (const word of term.words) if (word.surface === surface) return word
      return addWord(surface, term)
    },
    release(word) {
      word.records -= 1
      if (word.records > 0) return
      begun.clear()
      const { term, surface } = word
      term.words.splice(term.words.indexOf(word), 1)
      if (term.words.length === 0) terms.delete(term.key)
      const others = (tree.get(surface) ?? []).filter((other) => other !== word)
      if (others.length === 0) tree.delete(surface)
      else tree.set(surface, others)
    },
    term: (key) => terms.get(key),
    spelled: (surface) => tree.get(surface) ?? [],
    startingWith: wordsFrom,
    *resembling(surface, distance) {
      for (const [words, away] of tree.fuzzyGet(surface, distance).values()) {
        for (const word of words) yield [word, away]
      }
    },
  }
}
