import { type Candidates, exactTerms, similarTerms } from './candidate-terms.ts'
import type { Expansion } from './expansion.ts'
import { findNames, type Named } from './named.ts'
import { createPhraseTest } from './phrases.ts'
import { type MatchSink, takeMatch } from './postings.ts'
import { type QueryWord, queryWords } from './query-words.ts'
import type { Segment } from './segment.ts'
import type { TextIndex } from './text-index.ts'

/** What a word of the query is also called, and how: all of these terms, side by side. */
export type CalledToo = { readonly concept: string; readonly terms: readonly string[] }

/** A word of the query with the terms it was found by. */
export type MatchedWord = {
  readonly word: QueryWord
  readonly terms: ReadonlySet<string>
  /** Every word that begins so, where these are more than can be named. */
  readonly beginning: string | null
  /** The same terms, by their numbers in each segment. */
  readonly numbers: ReadonlyMap<Segment, Candidates>
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
 * @param isWanted Which records are asked for. The best of these set the measure, so that whoever narrows to Spanish is
 *   not told of nothing because a French record holds every word.
 */
export function findRecords(
  index: TextIndex,
  words: readonly QueryWord[],
  room: number,
  expansions: readonly Expansion[] = [],
  isWanted: (slot: number) => boolean = () => true,
): Found {
  const named = findNames(index, expansions, room)
  const scores = new Float64Array(room)
  const held = new Uint8Array(room)
  const best = new Float64Array(room)
  const some: number[] = []
  const matched = words.map((word, place) => {
    const names = named.filter(({ first, end }) => first <= place && place < end)
    const { slots, numbers } = findWord(index, word, names, best)
    const rarity = rarityOf(slots.length, index.size())
    for (const slot of slots) {
      scores[slot] = (scores[slot] ?? 0) + rarity * (best[slot] ?? 0)
      best[slot] = 0
      if (!word.required) continue
      if (held[slot] === 0) some.push(slot)
      held[slot] = (held[slot] ?? 0) + 1
    }
    const calledToo = names.flatMap(({ concept, ways }) => ways.map((way) => ({ concept, terms: way.terms })))
    return { word, ...termsOf(word, numbers), numbers, calledToo }
  })
  const required = words.filter((word) => word.required).length
  const mostHeld = mostOf(some, held, isWanted) || mostOf(some, held, () => true)
  const needed = mostHeld === required ? required : Math.ceil(mostHeld * MOST)
  const slots = some.filter((slot) => (held[slot] ?? 0) >= needed)
  for (const slot of slots) scores[slot] = ((scores[slot] ?? 0) * (held[slot] ?? 0)) / required
  const also = named.flatMap(({ concept, first, end, ways }) =>
    ways.length === 0 ? [] : [{ concept, first, end, alternatives: ways }],
  )
  return { slots, scores, words: matched, also }
}

/** The most words that a slot holds, of those that count. */
function mostOf(slots: readonly number[], held: Uint8Array, counts: (slot: number) => boolean): number {
  let most = 0
  for (const slot of slots) {
    const words = held[slot] ?? 0
    if (words > most && counts(slot)) most = words
  }
  return most
}

/** The slots that hold any of some words, inflected but neither completed nor mistyped, or of some phrases. */
export function holdersOf(index: TextIndex, texts: readonly string[]): ReadonlySet<number> {
  const held = new Set<number>()
  for (const text of texts) {
    const words = queryWords(text).filter((word) => word.required)
    const slots = words.map((word) => slotsOf(index, { ...word, last: false }))
    const isPhrase = words.length > 1 ? createPhraseTest(index, text, false) : () => true
    for (const slot of slots[0] ?? []) if (slots.every((others) => others.has(slot)) && isPhrase(slot)) held.add(slot)
  }
  return held
}

function slotsOf(index: TextIndex, word: QueryWord): ReadonlySet<number> {
  const slots = new Set<number>()
  for (const segment of index.segments()) {
    for (const term of exactTerms(segment, word).keys()) {
      segment.eachPosting(term, (record) => {
        const slot = segment.slotOf(record)
        if (slot >= 0) slots.add(slot)
      })
    }
  }
  return slots
}

/** More terms than this are not named one by one; they are those of a beginning of two or three letters. */
const NAMED_ONE_BY_ONE = 400

function termsOf(word: QueryWord, numbers: ReadonlyMap<Segment, Candidates>): Pick<MatchedWord, 'terms' | 'beginning'> {
  const terms = new Set(word.terms)
  let isMany = false
  for (const [segment, candidates] of numbers) {
    isMany ||= candidates.size > NAMED_ONE_BY_ONE
    if (!isMany) for (const term of candidates.keys()) terms.add(segment.keyOf(term))
  }
  return { terms, beginning: isMany ? word.surface : null }
}

type FoundWord = { readonly slots: readonly number[]; readonly numbers: ReadonlyMap<Segment, Candidates> }

/** Leaves in `best` the best match of each record that has the word; it must be all zeros before. */
function findWord(index: TextIndex, word: QueryWord, names: readonly Named[], best: Float64Array): FoundWord {
  const sink: MatchSink = { best, slots: [] }
  const numbers = new Map<Segment, Candidates>()
  const onlyTitles = word.kind === 'word' && word.surface.length === 1
  const collect = (find: typeof exactTerms): void => {
    const found = index.segments().map((segment) => [segment, find(segment, word)] as const)
    spread(found)
    for (const [segment, candidates] of found) {
      const known = numbers.get(segment) ?? new Map<number, number>()
      numbers.set(segment, known)
      for (const [term, sureness] of candidates) {
        if (onlyTitles && !segment.isInTitles(term)) continue
        if ((known.get(term) ?? 0) >= sureness) continue
        known.set(term, sureness)
        segment.gather(term, sureness, onlyTitles, sink)
      }
    }
  }
  collect(exactTerms)
  for (const { ways } of names) {
    for (const { matches } of ways) for (const [slot, match] of matches) takeMatch(sink, slot, match)
  }
  if (sink.slots.length < FEW && word.required) collect(similarTerms)
  return { slots: sink.slots, numbers }
}

/**
 * A term is as sure in one segment as in another: which spellings of it happen to lie together must not matter. Where
 * there are very many, they are those of a short beginning, which all spellings of a term share.
 */
function spread(found: readonly (readonly [Segment, Candidates])[]): void {
  const count = found.reduce((sum, [, candidates]) => sum + candidates.size, 0)
  if (found.length < 2 || count > NAMED_ONE_BY_ONE) return
  for (const [segment, candidates] of found) {
    for (const [term, sureness] of candidates) {
      const key = segment.keyOf(term)
      for (const [other, others] of found) {
        const same = other === segment ? undefined : other.term(key)
        if (same !== undefined && (others.get(same) ?? 0) < sureness) others.set(same, sureness)
      }
    }
  }
}

/** How much is learnt from a record holding a word that `holders` of `all` hold; a whole number above zero. */
function rarityOf(holders: number, all: number): number {
  return Math.round(64 * Math.log(1 + (all - holders + 0.5) / (holders + 0.5))) + 1
}
