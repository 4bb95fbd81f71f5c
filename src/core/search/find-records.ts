import { type Candidates, exactTerms, similarTerms } from './candidate-terms.ts'
import { type AlternativeTerms, alternativeTerms, type Expansion } from './expansion.ts'
import { isInTitle, slotOf, weightOf } from './postings.ts'
import { type QueryWord, queryWords } from './query-words.ts'
import type { TextIndex } from './text-index.ts'
import type { Term } from './vocabulary.ts'

/** What a word of the query is also called, and how: all of these terms, side by side. */
export type CalledToo = { readonly concept: string; readonly terms: readonly string[] }

/** A word of the query with the terms it was found by. */
export type MatchedWord = {
  readonly word: QueryWord
  readonly terms: ReadonlySet<string>
  readonly calledToo: readonly CalledToo[]
}

/** The records found, in no order, with their scores by slot. */
export type Found = {
  readonly slots: readonly number[]
  readonly scores: Float64Array
  readonly words: readonly MatchedWord[]
  /** The expansions by which something was found, with what found it. */
  readonly also: readonly Expansion[]
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
 * @param expansions What words are also called; a record that calls them so holds them, though it counts for less.
 */
export function findRecords(
  index: TextIndex,
  words: readonly QueryWord[],
  room: number,
  expansions: readonly Expansion[] = [],
): Found {
  const named = expansions.map((expansion) => findNames(index, expansion))
  const scores = new Float64Array(room)
  const held = new Uint8Array(room)
  const best = new Float64Array(room)
  const some: number[] = []
  const matched = words.map((word, place) => {
    const names = named.filter(({ first, end }) => first <= place && place < end)
    const { slots, terms } = findWord(index, word, names, best)
    const rarity = rarityOf(slots.length, index.size())
    for (const slot of slots) {
      scores[slot] = (scores[slot] ?? 0) + rarity * (best[slot] ?? 0)
      best[slot] = 0
      if (!word.required) continue
      if (held[slot] === 0) some.push(slot)
      held[slot] = (held[slot] ?? 0) + 1
    }
    const calledToo = names.flatMap(({ concept, ways }) => ways.map((way) => ({ concept, terms: way.terms })))
    return { word, terms: new Set([...terms].map((term) => term.key)), calledToo }
  })
  const required = words.filter((word) => word.required).length
  const mostHeld = some.reduce((most, slot) => Math.max(most, held[slot] ?? 0), 0)
  const needed = mostHeld === required ? required : Math.ceil(mostHeld * MOST)
  const slots = some.filter((slot) => (held[slot] ?? 0) >= needed)
  for (const slot of slots) scores[slot] = ((scores[slot] ?? 0) * (held[slot] ?? 0)) / required
  const also = named.flatMap(({ concept, first, end, ways }) =>
    ways.length === 0 ? [] : [{ concept, first, end, alternatives: ways }],
  )
  return { slots, scores, words: matched, also }
}

/** The slots that hold any of some words, or all words of one text; inflected, but neither completed nor mistyped. */
export function holdersOf(index: TextIndex, texts: readonly string[]): ReadonlySet<number> {
  const held = new Set<number>()
  for (const text of texts) {
    const words = queryWords(text).filter((word) => word.required)
    const slots = words.map((word) => slotsOf(exactTerms(index.vocabulary, { ...word, last: false })))
    for (const slot of slots[0] ?? []) if (slots.every((others) => others.has(slot))) held.add(slot)
  }
  return held
}

function slotsOf(candidates: Candidates): ReadonlySet<number> {
  return new Set([...candidates.keys()].flatMap(({ postings }) => postings.map(slotOf)))
}

/** One way to call something, with what each record that calls it so is worth for it. */
type Way = AlternativeTerms & { readonly matches: ReadonlyMap<number, number> }

type Named = Pick<Expansion, 'concept' | 'first' | 'end'> & { readonly ways: readonly Way[] }

/** The alternatives of an expansion that some record has, surest first. */
function findNames(index: TextIndex, { concept, first, end, alternatives }: Expansion): Named {
  const ways = alternatives.map((alternative): Way => {
    const read = alternativeTerms(alternative)
    return { ...read, matches: holdersOfAll(index, read) }
  })
  return {
    concept,
    first,
    end,
    ways: ways.filter(({ matches }) => matches.size > 0).sort((a, b) => b.weight - a.weight),
  }
}

/** The records that hold all terms of an alternative: each counts as much as the term that weighs least in it. */
function holdersOfAll(index: TextIndex, { terms, weight }: AlternativeTerms): ReadonlyMap<number, number> {
  let holders: ReadonlyMap<number, number> | null = null
  for (const key of terms) {
    const next = new Map<number, number>()
    for (const posting of index.vocabulary.term(key)?.postings ?? []) {
      const slot = slotOf(posting)
      const before = holders === null ? Number.POSITIVE_INFINITY : holders.get(slot)
      if (before !== undefined) next.set(slot, Math.min(before, weight * weightOf(posting)))
    }
    holders = next
  }
  return holders ?? new Map()
}

type FoundWord = { readonly slots: readonly number[]; readonly terms: ReadonlySet<Term> }

/** Leaves in `best` the best match of each record that has the word; it must be all zeros before. */
function findWord(index: TextIndex, word: QueryWord, names: readonly Named[], best: Float64Array): FoundWord {
  const slots: number[] = []
  const terms = new Set<Term>()
  const onlyTitles = word.kind === 'word' && word.surface.length === 1
  const offer = (slot: number, match: number): void => {
    const before = best[slot] ?? 0
    if (before === 0) slots.push(slot)
    if (match > before) best[slot] = match
  }
  const collect = (candidates: Candidates): void => {
    for (const [term, sureness] of candidates) {
      if (onlyTitles && term.inTitles === 0) continue
      terms.add(term)
      for (const posting of term.postings) {
        if (onlyTitles && !isInTitle(posting)) continue
        offer(slotOf(posting), sureness * weightOf(posting))
      }
    }
  }
  collect(exactTerms(index.vocabulary, word))
  for (const { ways } of names) for (const { matches } of ways) for (const [slot, match] of matches) offer(slot, match)
  if (slots.length < FEW && word.required) collect(similarTerms(index.vocabulary, word))
  return { slots, terms }
}

/** How much is learnt from a record holding a word that `holders` of `all` hold; a whole number above zero. */
function rarityOf(holders: number, all: number): number {
  return Math.round(64 * Math.log(1 + (all - holders + 0.5) / (holders + 0.5))) + 1
}
