import SearchableMap from 'minisearch/SearchableMap'
import type { Analysed } from './analyse.ts'
import { distanceOf } from './near-words.ts'
import { packWeight, takeMatch, WEIGHTS } from './postings.ts'
import { BOUNDARY, type Segment } from './segment.ts'
import type { WeighedWords } from './weigh-words.ts'

/** A segment that takes in records one by one, until it is folded into a frozen one. */
export type FreshSegment = Segment & {
  /** Indexes a record and answers its number here. */
  readonly add: (slot: number, words: WeighedWords) => number
}

/** One spelling under one term, and how many records hold it. */
type FreshWord = { readonly surface: string; readonly term: number; holders: number; round: number }

/** A term with the records that hold it: number and weight, one after the other. */
type FreshTerm = {
  readonly key: string
  readonly postings: number[]
  readonly words: number[]
  isInTitles: boolean
  round: number
}

/** How many analysed words are remembered with their number here. */
const REMEMBERED = 60_000

/** Makes an empty segment. Beginnings and typos are MiniSearch's radix tree, which holds each spelling once. */
export function createFresh(): FreshSegment {
  const words: FreshWord[] = []
  const terms: FreshTerm[] = []
  const termByKey = new Map<string, number>()
  const tree = new SearchableMap<number[]>()
  const known = new Map<Analysed, number>()
  const slots: number[] = []
  const streams: Int32Array[] = []
  /** Counts what is added. What carries the number of the round was met in it: quicker than a set for each record. */
  let round = 0

  function termOf(key: string): number {
    let term = termByKey.get(key)
    if (term === undefined) {
      term = terms.push({ key, postings: [], words: [], isInTitles: false, round: 0 }) - 1
      termByKey.set(key, term)
    }
    return term
  }

  function wordOf(analysed: Analysed): number {
    const remembered = known.get(analysed)
    if (remembered !== undefined) return remembered
    if (known.size >= REMEMBERED) known.clear()
    const { surface } = analysed
    const term = termOf(analysed.term)
    const listed = terms[term]?.words ?? []
    let word = listed.find((other) => words[other]?.surface === surface)
    if (word === undefined) {
      word = words.push({ surface, term, holders: 0, round: 0 }) - 1
      listed.push(word)
      tree.fetch(surface, () => []).push(word)
    }
    known.set(analysed, word)
    return word
  }

  function isHeld(word: number): boolean {
    return (words[word]?.holders ?? 0) > 0
  }

  function visitAll(
    found: readonly number[],
    detail: (word: number) => number,
    visit: (term: number, detail: number) => void,
  ): void {
    for (const word of found) if (isHeld(word)) visit(words[word]?.term ?? 0, detail(word))
  }

  return {
    add(slot, { stream, indexed, weights, titleTerms }) {
      round += 1
      const record = slots.push(slot) - 1
      streams.push(
        Int32Array.from(stream, (analysed) => {
          if (analysed === null) return BOUNDARY
          const number = wordOf(analysed)
          const word = words[number] as FreshWord
          if (word.round !== round) {
            word.round = round
            word.holders += 1
          }
          return number
        }),
      )
      for (const analysed of indexed) {
        const term = terms[words[wordOf(analysed)]?.term ?? 0] as FreshTerm
        if (term.round === round) continue
        term.round = round
        const inTitle = titleTerms.has(term.key)
        term.postings.push(record, packWeight(weights.get(term.key) ?? 1, inTitle))
        if (inTitle) term.isInTitles = true
      }
      return record
    },
    records: () => slots.length,
    slotOf: (record) => slots[record] ?? -1,
    hide(record) {
      slots[record] = -1
    },
    take(record) {
      slots[record] = -1
      for (const number of new Set(streams[record])) {
        const word = words[number]
        if (word) word.holders -= 1
      }
    },
    wordCount: () => words.length,
    surfaceOf: (word) => words[word]?.surface ?? '',
    holdersOf: (word) => words[word]?.holders ?? 0,
    termCount: () => terms.length,
    term: (key) => termByKey.get(key),
    keyOf: (term) => terms[term]?.key ?? '',
    termOfWord: (word) => words[word]?.term ?? 0,
    spelled(surface, visit) {
      visitAll(tree.get(surface) ?? [], (word) => word, visit)
    },
    eachWordFrom(prefix, visit) {
      for (const found of tree.atPrefix(prefix).values()) for (const word of found) if (isHeld(word)) visit(word)
    },
    startingWith(prefix, visit) {
      const lengthOf = (word: number): number => terms[words[word]?.term ?? 0]?.key.length ?? 0
      for (const found of tree.atPrefix(prefix).values()) visitAll(found, lengthOf, visit)
    },
    resembling(surface, distance, visit) {
      // The tree counts two neighbours swapped as two.
      for (const [other, [found]] of tree.fuzzyGet(surface, distance + 1)) {
        const away = distanceOf(surface, other, distance)
        if (away <= distance) visitAll(found, () => away, visit)
      }
    },
    isListed: (term) => (terms[term]?.postings.length ?? 0) > 0,
    isInTitles: (term) => terms[term]?.isInTitles ?? false,
    gather(term, sureness, onlyTitles, sink) {
      const { postings } = terms[term] as FreshTerm
      for (let at = 0; at < postings.length; at += 2) {
        const slot = slots[postings[at] ?? 0] ?? -1
        const weight = postings[at + 1] ?? 0
        if (slot < 0 || (onlyTitles && (weight & 1) === 0)) continue
        takeMatch(sink, slot, sureness * (WEIGHTS[weight >> 1] ?? 0))
      }
    },
    eachPosting(term, visit) {
      const { postings } = terms[term] as FreshTerm
      for (let at = 0; at < postings.length; at += 2) visit(postings[at] ?? 0, postings[at + 1] ?? 0)
    },
    read(record, into) {
      const stream = streams[record] ?? []
      for (let at = 0; at < stream.length; at += 1) into[at] = stream[at] ?? BOUNDARY
      return stream.length
    },
  }
}
