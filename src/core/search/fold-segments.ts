import { createByteWriter } from './byte-writer.ts'
import { type FrozenViews, layFrozen, seal } from './frozen-layout.ts'
import { packTexts, unitsIn } from './packed-texts.ts'
import { BOUNDARY, type Segment } from './segment.ts'

/** A record that is folded: where it lies, and what is kept beside its words. */
export type FoldedRecord = {
  readonly segment: Segment
  readonly record: number
  readonly id: string
  readonly hash: number
  readonly mark: number
}

/** How much is done before anybody else gets a turn. */
const PIECE = 1_000

/**
 * Writes records of several segments into one buffer, piece by piece: the caller goes on whenever it has time. Words
 * that no record holds any more are left behind. The segments must not change meanwhile, but for what is hidden.
 *
 * @param records Segment by segment, and in each by number.
 */
export function* foldSegments(
  segments: readonly Segment[],
  records: readonly FoldedRecord[],
): Generator<undefined, { readonly buffer: ArrayBuffer; readonly views: FrozenViews }> {
  const words = yield* foldWords(segments)
  const terms = yield* foldTerms(segments, words, numberRecords(segments, records))
  const streams = yield* foldStreams(segments, records, words)
  const ids = records.map(({ id }) => id)
  const { buffer, views } = layFrozen({
    wordUnits: unitsIn(words.surfaces),
    wordStarts: words.surfaces.length + 1,
    wordTerms: words.surfaces.length,
    wordHolders: words.surfaces.length,
    wordOfCode: words.surfaces.length,
    termUnits: unitsIn(terms.keys),
    termStarts: terms.keys.length + 1,
    termTitles: terms.keys.length,
    postingStarts: terms.keys.length + 1,
    postings: terms.postings.length,
    streamStarts: records.length + 1,
    streams: streams.bytes.length,
    idUnits: unitsIn(ids),
    idStarts: records.length + 1,
    hashes: records.length,
    marks: records.length,
  })
  packTexts(words.surfaces, views.wordUnits, views.wordStarts)
  words.numbers.forEach((numbers, source) => {
    numbers.forEach((number, word) => {
      if (number >= 0) views.wordTerms[number] = terms.numbers[source]?.[segments[source]?.termOfWord(word) ?? 0] ?? 0
    })
  })
  yield
  views.wordHolders.set(words.holders)
  views.wordOfCode.set(words.ofCode)
  packTexts(terms.keys, views.termUnits, views.termStarts)
  views.termTitles.set(terms.inTitles)
  views.postingStarts.set(terms.starts)
  views.postings.set(terms.postings)
  yield
  views.streamStarts.set(streams.starts)
  views.streams.set(streams.bytes)
  packTexts(ids, views.idUnits, views.idStarts)
  records.forEach(({ hash, mark }, number) => {
    views.hashes[number] = hash
    views.marks[number] = mark
  })
  yield* seal(buffer)
  return { buffer, views }
}

/** The number that each record of each segment gets; −1 where it is left behind. */
function numberRecords(segments: readonly Segment[], records: readonly FoldedRecord[]): readonly Int32Array[] {
  const numbers = segments.map((segment) => new Int32Array(segment.records()).fill(-1))
  records.forEach(({ segment, record }, number) => {
    const list = numbers[segments.indexOf(segment)]
    if (list) list[record] = number
  })
  return numbers
}

/** Something of one segment that has a place in an order. */
type Entry = { readonly source: number; readonly number: number; readonly text: string; readonly key: string }

type FoldedWords = {
  readonly surfaces: readonly string[]
  readonly holders: readonly number[]
  /** The number that each word of each segment gets; −1 where no record holds it. */
  readonly numbers: readonly Int32Array[]
  /** Words by how many records hold them, most first, and back. */
  readonly ofCode: Float64Array
  readonly codes: Uint32Array
}

function* foldWords(segments: readonly Segment[]): Generator<undefined, FoldedWords> {
  const lists: (readonly Entry[])[] = []
  for (const [source, segment] of segments.entries()) {
    const entries: Entry[] = []
    for (let number = 0; number < segment.wordCount(); number += 1) {
      if (segment.holdersOf(number) === 0) continue
      const key = segment.keyOf(segment.termOfWord(number))
      entries.push({ source, number, text: segment.surfaceOf(number), key })
      if (number % (PIECE * 16) === 0) yield
    }
    lists.push(yield* sorted(entries))
  }
  const surfaces: string[] = []
  const holders: number[] = []
  const numbers = segments.map((segment) => new Int32Array(segment.wordCount()).fill(-1))
  for (const entries of inOrder(lists)) {
    const number = surfaces.push(entries[0]?.text ?? '') - 1
    holders.push(0)
    for (const { source, number: word } of entries) {
      const list = numbers[source]
      if (list) list[word] = number
      holders[number] = (holders[number] ?? 0) + (segments[source]?.holdersOf(word) ?? 0)
    }
    if (number % (PIECE * 16) === 0) yield
  }
  // Sorting numbers is quick; the count of holders and the word are one number each.
  const ranked = Float64Array.from(holders, (count, word) => -count * 2 ** 24 + word).sort()
  const ofCode = ranked.map((rank) => ((rank % 2 ** 24) + 2 ** 24) % 2 ** 24)
  const codes = new Uint32Array(ofCode.length)
  ofCode.forEach((word, code) => (codes[word] = code))
  yield
  return { surfaces, holders, numbers, ofCode, codes }
}

type FoldedTerms = {
  readonly keys: readonly string[]
  readonly inTitles: Uint8Array
  readonly starts: readonly number[]
  readonly postings: Uint8Array
  readonly numbers: readonly Uint32Array[]
}

function* foldTerms(
  segments: readonly Segment[],
  words: FoldedWords,
  records: readonly Int32Array[],
): Generator<undefined, FoldedTerms> {
  const lists: (readonly Entry[])[] = []
  for (const [source, segment] of segments.entries()) {
    const used = new Set<number>()
    words.numbers[source]?.forEach((number, word) => number >= 0 && used.add(segment.termOfWord(word)))
    const entries = [...used].map((number) => ({ source, number, text: segment.keyOf(number), key: '' }))
    yield
    lists.push(yield* sorted(entries))
  }
  const keys: string[] = []
  const inTitles: number[] = []
  const starts: number[] = []
  const writer = createByteWriter()
  const numbers = segments.map((segment) => new Uint32Array(segment.termCount()))
  for (const entries of inOrder(lists)) {
    const term = keys.push(entries[0]?.text ?? '') - 1
    starts.push(writer.length())
    let last = -1
    let isInTitles = 0
    for (const { source, number } of entries) {
      const [segment, list, folded] = [segments[source], numbers[source], records[source]]
      if (list) list[number] = term
      segment?.eachPosting(number, (record, weight) => {
        const to = folded?.[record] ?? -1
        if (to < 0) return
        writer.number(to - last)
        writer.byte(weight)
        last = to
        isInTitles |= weight & 1
      })
    }
    inTitles.push(isInTitles)
    if (term % PIECE === 0) yield
  }
  starts.push(writer.length())
  return { keys, inTitles: Uint8Array.from(inTitles), starts, postings: writer.bytes(), numbers }
}

function* foldStreams(
  segments: readonly Segment[],
  records: readonly FoldedRecord[],
  words: FoldedWords,
): Generator<undefined, { readonly starts: readonly number[]; readonly bytes: Uint8Array }> {
  const starts: number[] = []
  const writer = createByteWriter()
  const stream: number[] = []
  for (const [at, { segment, record }] of records.entries()) {
    starts.push(writer.length())
    const numbers = words.numbers[segments.indexOf(segment)]
    const length = segment.read(record, stream)
    for (let place = 0; place < length; place += 1) {
      const word = stream[place] ?? BOUNDARY
      writer.number(word === BOUNDARY ? 0 : (words.codes[numbers?.[word] ?? 0] ?? 0) + 1)
    }
    if (at % PIECE === 0) yield
  }
  starts.push(writer.length())
  return { starts, bytes: writer.bytes() }
}

/** Entries in the order of their texts. A frozen segment has them in order already. */
function* sorted(entries: readonly Entry[]): Generator<undefined, readonly Entry[]> {
  const isSorted = entries.every((entry, at) => at === 0 || compare(entries[at - 1] as Entry, entry) < 0)
  yield
  return isSorted ? entries : entries.toSorted(compare)
}

function compare(one: Entry, other: Entry): number {
  if (one.text !== other.text) return one.text < other.text ? -1 : 1
  if (one.key === other.key) return 0
  return one.key < other.key ? -1 : 1
}

/** The entries of sorted lists in one order, those that are alike together. */
function* inOrder(lists: readonly (readonly Entry[])[]): Generator<readonly Entry[], void> {
  const places = lists.map(() => 0)
  for (;;) {
    let first: Entry[] = []
    for (const [source, list] of lists.entries()) {
      const next = list[places[source] ?? 0]
      if (!next) continue
      const difference = first[0] ? compare(next, first[0]) : -1
      if (difference === 0) first.push(next)
      else if (difference < 0) first = [next]
    }
    if (first.length === 0) return
    for (const { source } of first) places[source] = (places[source] ?? 0) + 1
    yield first
  }
}
