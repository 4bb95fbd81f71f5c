import type { Card, FieldText } from '../model/card.ts'
import type { Also, Expand, Expansion } from './expansion.ts'
import { type Condition, conditionOf } from './conditions.ts'
import { createFacetTable, type Taxonomy } from './facets.ts'
import { findRecords, type Found, holdersOf } from './find-records.ts'
import { createHeldWords } from './held-words.ts'
import { createHighlighter } from './highlight.ts'
import { type KeptIndex, readKept } from './kept-index.ts'
import { createNearness } from './nearness.ts'
import { type CompareCards, compareBy } from './orders.ts'
import { type QueryWord, queryWords } from './query-words.ts'
import type { Hit, LibraryPage, LibraryQuery } from './query.ts'
import { type Meant, type ReadQuery, readQuery } from './read-query.ts'
import { type SearchedText, searchedTexts } from './searched-texts.ts'
import { createSortedList, firstInOrder, type SortedList } from './sorted-list.ts'
import { createPhraseTest } from './phrases.ts'
import { createTextHash, hashTexts } from './text-hash.ts'
import { createTextIndex } from './text-index.ts'
import { weighWords } from './weigh-words.ts'

/** What a library needs from its surroundings. */
export type LibraryOptions = Taxonomy & {
  /** Milliseconds, for measuring only. */
  readonly now: () => number
  /**
   * Every text a record is found by: those of its projection, and with a language each, the labels of its goals, themes
   * and countries (`tagTexts`). Asked again whenever a record is indexed or shown as a hit, so nothing is held twice.
   */
  readonly textsOf: (card: Card) => Iterable<FieldText>
  /**
   * What changes whenever a record does, and is quickly told: an index that was kept is taken at its word where this is
   * the same. Without it, the time of the latest change.
   */
  readonly markOf?: (card: Card) => string
  /** So many records indexed anew are worth folding into a compact index that can be kept. */
  readonly foldFrom?: number
  /** What is meant by the value of an operator (`country:Peru`). Without it, operators are words. */
  readonly meant?: Meant
  /** What the words of a query are also called, in any language. Without it, words stand for themselves. */
  readonly expand?: Expand
}

/** The records of a workspace, to be listed, narrowed and searched. */
export type Library = {
  /** Lists a card at once, in place of an earlier one of its id, and queues its texts. A deleted card is taken out. */
  readonly put: (card: Card) => void
  readonly remove: (id: string) => void
  readonly card: (id: string) => Card | undefined
  readonly size: () => number
  /** How many records were indexed from their texts so far, and not taken from what `load` was given. */
  readonly indexedAnew: () => number
  /**
   * Works on what is queued for about `budgetMs`; true when nothing is left. Call it again and again after opening a
   * workspace, with pauses for other work. A few queued records are also caught up with by `search` itself.
   */
  readonly step: (budgetMs: number) => boolean
  /** Compares what was taken from a kept index with the texts, for about `budgetMs`; true when all of it was. */
  readonly check: (budgetMs: number) => boolean
  /** Share of the records that are indexed, from 0 to 1. */
  readonly indexed: () => number
  /** Answers from what is listed, and as far as it is indexed. Never fails, whatever the query. */
  readonly search: (query: LibraryQuery) => LibraryPage
  /** What `load` takes: the compact index, for a file that can be lost. Null while there is none, or none that was not loaded. */
  readonly kept: () => ArrayBuffer | null
  /**
   * Takes a kept index in pieces, once the cards are put and before the first `step`, which does the reading. What is
   * missing, stale or damaged is indexed anew.
   */
  readonly load: (pieces: Iterable<Uint8Array>) => void
}

type Entry = { card: Card; readonly slot: number }

/** So many queued records are indexed on the way of a search: an edit is found at once. */
const CAUGHT_UP = 8

/** So many of the best records are compared by how near each other they hold the words. */
const COMPARED = 200

/** Records that are few are quickly indexed anew. */
const FOLD_FROM = 200

/** Makes an empty library. */
export function createLibrary(options: LibraryOptions): Library {
  const { now, textsOf, meant = () => undefined, markOf = (card) => `${card.modifiedAt}` } = options
  const entries = new Map<string, Entry>()
  const bySlot: (Entry | undefined)[] = []
  const freeSlots: number[] = []
  const queue = new Set<string>()
  /** What was taken from a kept index and not yet compared with its texts. */
  const unchecked = new Set<string>()
  const orders = new Map<string, { readonly list: SortedList<Card>; readonly compare: CompareCards }>()
  const facets = createFacetTable(options)
  const index = createTextIndex(options.foldFrom ?? FOLD_FROM)
  let indexedAnew = 0
  let isFolding = false
  let reading: Generator<undefined, KeptIndex | null> | null = null

  function readTexts(card: Card): readonly SearchedText[] {
    return searchedTexts(card, textsOf(card))
  }

  function numberedMark(card: Card): number {
    const hash = createTextHash()
    hash.add(markOf(card))
    return hash.value()
  }

  function indexEntry({ card, slot }: Entry): void {
    const texts = readTexts(card)
    const hash = hashTexts(texts)
    if (index.place(slot)?.hash === hash) return
    index.remove(slot)
    indexedAnew += 1
    index.add(slot, { id: card.id, hash, mark: numberedMark(card) }, weighWords(texts))
  }

  function takeNext(from: Set<string>): void {
    for (const id of from) {
      from.delete(id)
      const entry = entries.get(id)
      if (entry) indexEntry(entry)
      return
    }
  }

  function readNext(job: NonNullable<typeof reading>): void {
    const next = job.next()
    if (next.done !== true) return
    reading = null
    if (!next.value) return
    const { buffer, views, slots } = next.value
    // What changed or went while the index was read is in the queue again, or gone.
    slots.forEach((slot, record) => {
      if (slot >= 0 && (bySlot[slot] === undefined || index.place(slot))) slots[record] = -1
    })
    index.adopt(buffer, views, slots)
    for (const slot of slots) {
      const id = bySlot[slot]?.card.id
      if (id === undefined || !queue.delete(id)) continue
      unchecked.add(id)
    }
  }

  function workOn(): boolean {
    if (reading) readNext(reading)
    else if (isFolding) isFolding = index.fold()
    else if (index.isFull(queue.size === 0)) isFolding = index.fold()
    else takeNext(queue)
    return reading !== null || isFolding || queue.size > 0 || index.isFull(true)
  }

  function indexedShare(): number {
    return entries.size === 0 ? 1 : Math.min(1, index.size() / entries.size)
  }

  function orderOf(compareKey: string, compare: CompareCards): readonly Card[] {
    const known = orders.get(compareKey)
    if (known) return known.list.values()
    const list = createSortedList(
      [...entries.values()].map(({ card }) => card),
      compare,
    )
    orders.set(compareKey, { list, compare })
    return list.values()
  }

  function removeEntry(id: string): void {
    const entry = entries.get(id)
    if (!entry) return
    for (const { list } of orders.values()) list.remove(entry.card)
    index.remove(entry.slot)
    facets.remove(entry.slot)
    entries.delete(id)
    queue.delete(id)
    unchecked.delete(id)
    bySlot[entry.slot] = undefined
    freeSlots.push(entry.slot)
  }

  function expansionsOf(query: LibraryQuery, words: readonly QueryWord[]): readonly Expansion[] | undefined {
    return query.asTyped ? undefined : options.expand?.(words)
  }

  /** Which slots pass everything that narrows a query; undefined where nothing does. */
  function wanted({ filters }: LibraryQuery, condition: Condition | null): ((slot: number) => boolean) | undefined {
    if (!condition && Object.values(filters).every((values) => values.length === 0)) return undefined
    const passes = facets.passing(filters)
    return (slot) => {
      const card = bySlot[slot]?.card
      return card !== undefined && passes(slot) && (condition === null || condition(slot, card))
    }
  }

  /** The slots of a query in the order asked for, narrowed by its filters. */
  function listInOrder(query: LibraryQuery, found: Found | null, condition: Condition | null) {
    const key = `${query.sort} ${query.descending} ${query.sort === 'title' ? query.lang : ''}`
    const compare = compareBy(query.sort, query.descending, query.lang)
    const isMeant = (slot: number): boolean => {
      const card = bySlot[slot]?.card
      return card !== undefined && (condition === null || condition(slot, card))
    }
    const meant = (slots: readonly number[]) => (condition ? slots.filter(isMeant) : slots)
    const slotsInOrder = () => meant(orderOf(key, compare).map(({ id }) => entries.get(id)?.slot ?? -1))
    if (!found) return { ...facets.narrow(slotsInOrder(), query.filters), score: () => 0 }
    const score = (slot: number): number => found.scores[slot] ?? 0
    const { slots, counts } = facets.narrow(meant(found.slots), query.filters)
    if (query.sort !== 'relevance') {
      const kept = new Set(slots)
      return { slots: slotsInOrder().filter((slot) => kept.has(slot)), counts, score }
    }
    return { slots: byRelevance(slots, found, compare, query.offset + query.limit), counts, score, total: slots.length }
  }

  /** Of what was found, the records that hold the phrases as they are. */
  function withPhrases(found: Found, { phrases, isOpen }: ReadQuery): Found {
    const tests = phrases.map((phrase, at) => createPhraseTest(index, phrase, isOpen && at === phrases.length - 1))
    return tests.length === 0
      ? found
      : { ...found, slots: found.slots.filter((slot) => tests.every((holds) => holds(slot))) }
  }

  /** The first slots by score, the best of them by how near each other they hold the words too. */
  function byRelevance(
    slots: readonly number[],
    found: Found,
    compare: CompareCards,
    count: number,
  ): readonly number[] {
    const score = (slot: number): number => found.scores[slot] ?? 0
    const byScore = (a: number, b: number): number => {
      const [left, right] = [bySlot[a], bySlot[b]]
      return score(b) - score(a) || (left && right ? compare(left.card, right.card) : a - b)
    }
    const nearness = createNearness(index, found.words)
    if (!nearness) return firstInOrder(slots, byScore, count)
    const first = firstInOrder(slots, byScore, Math.max(COMPARED, count))
    const compared = first.slice(0, COMPARED)
    for (const slot of compared) found.scores[slot] = score(slot) * nearness(slot)
    return [...compared.sort(byScore), ...first.slice(COMPARED)].slice(0, count)
  }

  return {
    put(card) {
      if (card.deleted) {
        removeEntry(card.id)
        return
      }
      const known = entries.get(card.id)
      const entry = known ?? { card, slot: freeSlots.pop() ?? bySlot.length }
      for (const { list } of orders.values()) {
        if (known) list.remove(known.card)
        list.add(card)
      }
      entry.card = card
      entries.set(card.id, entry)
      bySlot[entry.slot] = entry
      facets.put(entry.slot, card)
      queue.add(card.id)
    },
    remove: removeEntry,
    card: (id) => entries.get(id)?.card,
    size: () => entries.size,
    indexedAnew: () => indexedAnew,
    step(budgetMs) {
      const until = now() + budgetMs
      while (workOn()) if (now() >= until) return false
      return true
    },
    check(budgetMs) {
      const until = now() + budgetMs
      while (unchecked.size > 0) {
        takeNext(unchecked)
        if (now() >= until) break
      }
      return unchecked.size === 0
    },
    indexed: indexedShare,
    search(query) {
      const started = now()
      if (!reading && queue.size <= CAUGHT_UP) while (queue.size > 0) takeNext(queue)
      const asked = readQuery(query.query, meant)
      const words = queryWords(asked.text)
      const excluded = new Set(holdersOf(index, asked.without))
      const itself = query.except === undefined ? undefined : entries.get(query.except)?.slot
      if (itself !== undefined) excluded.add(itself)
      const condition = conditionOf(asked, facets, excluded)
      const found =
        words.length === 0
          ? null
          : withPhrases(
              findRecords(index, words, bySlot.length, expansionsOf(query, words), wanted(query, condition)),
              asked,
            )
      const { slots, counts, score, total = slots.length } = listInOrder(query, found, condition)
      const highlight = createHighlighter(found?.words ?? [], query.lang)
      const heldBy = createHeldWords(index, found?.words ?? [])
      const hits = slots.slice(query.offset, query.offset + query.limit).flatMap((slot): readonly Hit[] => {
        const card = bySlot[slot]?.card
        if (!card) return []
        if (!found) return [{ card, score: 0, why: [], titleMarks: [], snippet: null }]
        return [{ card, score: shownScore(score(slot)), ...highlight(card, readTexts(card), heldBy(slot)) }]
      })
      const also = found ? alsoFound(found) : []
      return { total, tookMs: now() - started, hits, facets: counts, also, indexed: indexedShare() }
    },
    kept: index.buffer,
    load(pieces) {
      reading = readKept(pieces, (id, mark) => {
        const entry = entries.get(id)
        return entry && numberedMark(entry.card) === mark ? entry.slot : -1
      })
    },
  }
}

function alsoFound({ words, also }: Found): readonly Also[] {
  return also.map(({ concept, first, end, alternatives }) => ({
    concept,
    typed: words
      .slice(first, end)
      .map(({ word }) => word.typed)
      .join(' '),
    found: alternatives.map(({ text, lang }) => ({ text, lang })),
  }))
}

/** Scores on a scale that people can compare; the whole numbers behind them are large. */
function shownScore(score: number): number {
  return Math.round(score / 100) / 1000
}
