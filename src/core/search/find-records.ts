import { type Candidates, exactTerms, similarTerms } from './candidate-terms.ts'
import { isInTitle, slotOf, weightOf } from './postings.ts'
import type { QueryWord } from './query-words.ts'
import type { TextIndex } from './text-index.ts'
import type { Term } from './vocabulary.ts'

/** A word of the query with the terms it was found by. */
export type MatchedWord = { readonly word: QueryWord; readonly terms: ReadonlySet<string> }

/** The records found, in no order, with their scores by slot. */
export type Found = {
  readonly slots: readonly number[]
  readonly scores: Float64Array
  readonly words: readonly MatchedWord[]
}

/** A word that fewer records hold is looked for among similar words too: it may be mistyped, here or there. */
const FEW = 3

/** Of the words that the best record has, the share that others need when no record has them all. */
const MOST = 2 / 3

/**
 * Finds the records that hold all words of a query or, where none does, those that hold most of them: at least two
 * thirds of what the best record holds.
 *
 * A word counts by how few records hold it and by its surest and weightiest match in the record. Scores are made of
 * whole numbers, so that they do not depend on the order in which records came.
 *
 * @param room One more than the highest slot in use.
 */
export function findRecords(index: TextIndex, words: readonly QueryWord[], room: number): Found {
  const scores = new Float64Array(room)
  const held = new Uint8Array(room)
  const best = new Float64Array(room)
  const some: number[] = []
  const matched = words.map((word) => {
    const { slots, terms } = findWord(index, word, best)
    const rarity = rarityOf(slots.length, index.size())
    for (const slot of slots) {
      scores[slot] = (scores[slot] ?? 0) + rarity * (best[slot] ?? 0)
      best[slot] = 0
      if (!word.required) continue
      if (held[slot] === 0) some.push(slot)
      held[slot] = (held[slot] ?? 0) + 1
    }
    return { word, terms: new Set([...terms].map((term) => term.key)) }
  })
  const required = words.filter((word) => word.required).length
  const mostHeld = some.reduce((most, slot) => Math.max(most, held[slot] ?? 0), 0)
  const needed = mostHeld === required ? required : Math.ceil(mostHeld * MOST)
  const slots = some.filter((slot) => (held[slot] ?? 0) >= needed)
  for (const slot of slots) scores[slot] = ((scores[slot] ?? 0) * (held[slot] ?? 0)) / required
  return { slots, scores, words: matched }
}

type FoundWord = { readonly slots: readonly number[]; readonly terms: ReadonlySet<Term> }

/** Leaves in `best` the best match of each record that has the word; it must be all zeros before. */
function findWord(index: TextIndex, word: QueryWord, best: Float64Array): FoundWord {
  const slots: number[] = []
  const terms = new Set<Term>()
  const onlyTitles = word.kind === 'word' && word.surface.length === 1
  const collect = (candidates: Candidates): void => {
    for (const [term, sureness] of candidates) {
      if (onlyTitles && term.inTitles === 0) continue
      terms.add(term)
      for (const posting of term.postings) {
        if (onlyTitles && !isInTitle(posting)) continue
        const slot = slotOf(posting)
        const match = sureness * weightOf(posting)
        const before = best[slot] ?? 0
        if (before === 0) slots.push(slot)
        if (match > before) best[slot] = match
      }
    }
  }
  collect(exactTerms(index.vocabulary, word))
  if (slots.length < FEW && word.required) collect(similarTerms(index.vocabulary, word))
  return { slots, terms }
}

/** How much is learnt from a record holding a word that `holders` of `all` hold; a whole number above zero. */
function rarityOf(holders: number, all: number): number {
  return Math.round(64 * Math.log(1 + (all - holders + 0.5) / (holders + 0.5))) + 1
}
