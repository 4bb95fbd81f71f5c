import type { Card, FieldText } from '../model/card.ts'
import type { Also, Expand } from './expansion.ts'
import { type Condition, conditionOf } from './conditions.ts'
import { createFacetTable, type Taxonomy } from './facets.ts'
import { findRecords, type Found, holdersOf } from './find-records.ts'
import { createHighlighter } from './highlight.ts'
import { createIndexReader, writeIndex } from './kept-index.ts'
import { type CompareCards, compareBy } from './orders.ts'
import { queryWords } from './query-words.ts'
import type { Hit, LibraryPage, LibraryQuery } from './query.ts'
import { type Meant, readQuery } from './read-query.ts'
import { type SearchedText, searchedTexts } from './searched-texts.ts'
import { createSortedList, firstInOrder, type SortedList } from './sorted-list.ts'
import { hashTexts } from './text-hash.ts'
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
  /** Share of the records that are indexed, from 0 to 1. */
  readonly indexed: () => number
  /** Answers from what is listed, and as far as it is indexed. Never fails, whatever the query. */
  readonly search: (query: LibraryQuery) => LibraryPage
  /** Lines that `load` takes. They end early, and are of no use, if the library changes while they are written. */
  readonly save: () => Iterable<string>
  /**
   * Takes the lines of an earlier `save`, once the cards are put and before the first `step`, which does the reading.
   * Each record is checked against its texts; what is missing, stale or damaged is indexed anew.
   */
  readonly load: (lines: Iterable<string>) => void
}

type Entry = { card: Card; readonly slot: number }

/** So many queued records are indexed on the way of a search: an edit is found at once. */
const CAUGHT_UP = 8

/** Makes an empty library. */
export function createLibrary(options: LibraryOptions): Library {
  const { now, textsOf, meant = () => undefined } = options
  const entries = new Map<string, Entry>()
  const bySlot: (Entry | undefined)[] = []
  const freeSlots: number[] = []
  const queue = new Set<string>()
  const hashes = new Map<number, number>()
  const orders = new Map<string, { readonly list: SortedList<Card>; readonly compare: CompareCards }>()
  const facets = createFacetTable(options)
  let index = createTextIndex()
  let revision = 0
  let indexedAnew = 0
  let kept: { readonly lines: Iterator<string>; readonly read: (line: string) => 'more' | 'done' | 'bad' } | null = null

  function readTexts(card: Card): readonly SearchedText[] {
    return searchedTexts(card, textsOf(card))
  }

  function indexEntry({ card, slot }: Entry): void {
    const texts = readTexts(card)
    const hash = hashTexts(texts)
    if (index.has(slot) && hashes.get(slot) === hash) return
    forgetWords(slot)
    indexedAnew += 1
    index.add(slot, weighWords(texts))
    hashes.set(slot, hash)
    revision += 1
  }

  function forgetWords(slot: number): void {
    if (!index.has(slot)) return
    index.remove(slot)
    hashes.delete(slot)
    revision += 1
  }

  function indexNext(): void {
    for (const id of queue) {
      queue.delete(id)
      const entry = entries.get(id)
      if (entry) indexEntry(entry)
      return
    }
  }

  function readKept(): void {
    if (!kept) return
    const { value, done } = kept.lines.next()
    const result = done === true ? 'bad' : kept.read(value)
    if (result === 'more') return
    kept.lines.return?.()
    kept = null
    if (result === 'done') return
    index = createTextIndex()
    hashes.clear()
    revision += 1
    for (const id of entries.keys()) queue.add(id)
  }

  function indexedShare(): number {
    return entries.size === 0 ? 1 : index.size() / entries.size
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
    forgetWords(entry.slot)
    facets.remove(entry.slot)
    entries.delete(id)
    queue.delete(id)
    bySlot[entry.slot] = undefined
    freeSlots.push(entry.slot)
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
    const byScore = (a: number, b: number): number => {
      const [left, right] = [bySlot[a], bySlot[b]]
      return score(b) - score(a) || (left && right ? compare(left.card, right.card) : a - b)
    }
    return { slots: firstInOrder(slots, byScore, query.offset + query.limit), counts, score, total: slots.length }
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
      do {
        if (kept) readKept()
        else indexNext()
      } while ((kept || queue.size > 0) && now() < until)
      return !kept && queue.size === 0
    },
    indexed: indexedShare,
    search(query) {
      const started = now()
      if (!kept && queue.size <= CAUGHT_UP) while (queue.size > 0) indexNext()
      const asked = readQuery(query.query, meant)
      const words = queryWords(asked.text)
      const condition = conditionOf(asked, facets, holdersOf(index, asked.without))
      const found = words.length === 0 ? null : findRecords(index, words, bySlot.length, options.expand?.(words))
      const { slots, counts, score, total = slots.length } = listInOrder(query, found, condition)
      const highlight = createHighlighter(found?.words ?? [], query.lang)
      const hits = slots.slice(query.offset, query.offset + query.limit).flatMap((slot): readonly Hit[] => {
        const card = bySlot[slot]?.card
        if (!card) return []
        if (!found) return [{ card, score: 0, why: [], titleMarks: [], snippet: null }]
        return [{ card, score: shownScore(score(slot)), ...highlight(card, readTexts(card)) }]
      })
      const also = found ? alsoFound(found) : []
      return { total, tookMs: now() - started, hits, facets: counts, also, indexed: indexedShare() }
    },
    save() {
      const at = revision
      const records = [...entries].flatMap(([id, { slot }]) => {
        const hash = hashes.get(slot)
        return hash === undefined ? [] : [{ id, slot, hash }]
      })
      return writeIndex(index, records, () => revision === at)
    },
    load(lines) {
      const read = createIndexReader((id, hash, words) => {
        const slot = entries.get(id)?.slot
        if (slot === undefined || index.has(slot)) return
        index.restore(slot, words)
        hashes.set(slot, hash)
        revision += 1
      })
      kept = { lines: lines[Symbol.iterator](), read }
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
