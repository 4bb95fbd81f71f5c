import type { FrozenViews } from './frozen-layout.ts'
import { eachNear } from './near-words.ts'
import { type PackedTexts, readPacked } from './packed-texts.ts'
import { takeMatch, WEIGHTS } from './postings.ts'
import { BOUNDARY, type Segment } from './segment.ts'

/** A segment that was written whole and lies in one buffer: little memory, and nothing to build when it is read. */
export type FrozenSegment = Segment & {
  readonly buffer: ArrayBuffer
  readonly ids: PackedTexts
  readonly views: FrozenViews
}

/** Opens a segment over its sections. `slots` are the library's slots of its records; −1 where a record is gone. */
export function openFrozen(buffer: ArrayBuffer, views: FrozenViews, slots: Int32Array): FrozenSegment {
  const words = readPacked(views.wordUnits, views.wordStarts)
  const terms = readPacked(views.termUnits, views.termStarts)
  const { postings, postingStarts, streams, streamStarts, wordTerms, wordOfCode, termTitles } = views
  // The buffer is what is kept: what is counted down here must not reach it.
  const holders = views.wordHolders.slice()
  const isHeld = (word: number): boolean => (holders[word] ?? 0) > 0

  function read(record: number, into: number[]): number {
    const end = streamStarts[record + 1] ?? 0
    let length = 0
    for (let at = streamStarts[record] ?? 0; at < end; at += 1) {
      let byte = streams[at] ?? 0
      let code = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        at += 1
        byte = streams[at] ?? 0
        code |= (byte & 0x7f) << shift
      }
      into[length] = code === 0 ? BOUNDARY : (wordOfCode[code - 1] ?? 0)
      length += 1
    }
    return length
  }

  function eachWordFrom(prefix: string, visit: (word: number) => void): void {
    for (let word = words.placeOf(prefix); word < words.count && words.beginsWith(word, prefix); word += 1) {
      if (isHeld(word)) visit(word)
    }
  }

  return {
    buffer,
    views,
    ids: readPacked(views.idUnits, views.idStarts),
    records: () => slots.length,
    slotOf: (record) => slots[record] ?? -1,
    hide(record) {
      slots[record] = -1
    },
    take(record) {
      slots[record] = -1
      const stream: number[] = []
      const length = read(record, stream)
      for (const word of new Set(stream.slice(0, length))) if (word >= 0) holders[word] = (holders[word] ?? 1) - 1
    },
    wordCount: () => words.count,
    surfaceOf: words.at,
    holdersOf: (word) => holders[word] ?? 0,
    termCount: () => terms.count,
    term(key) {
      const place = terms.placeOf(key)
      return place < terms.count && terms.lengthAt(place) === key.length && terms.beginsWith(place, key)
        ? place
        : undefined
    },
    keyOf: terms.at,
    termOfWord: (word) => wordTerms[word] ?? 0,
    spelled(surface, visit) {
      for (let word = words.placeOf(surface); word < words.count; word += 1) {
        if (words.lengthAt(word) !== surface.length || !words.beginsWith(word, surface)) return
        if (isHeld(word)) visit(wordTerms[word] ?? 0, word)
      }
    },
    eachWordFrom,
    startingWith(prefix, visit) {
      eachWordFrom(prefix, (word) => {
        const term = wordTerms[word] ?? 0
        visit(term, terms.lengthAt(term))
      })
    },
    resembling(surface, distance, visit) {
      eachNear(words, surface, distance, (word, away) => {
        if (isHeld(word)) visit(wordTerms[word] ?? 0, away)
      })
    },
    isListed: (term) => postingStarts[term] !== postingStarts[term + 1],
    isInTitles: (term) => termTitles[term] === 1,
    gather(term, sureness, onlyTitles, sink) {
      const end = postingStarts[term + 1] ?? 0
      let record = -1
      for (let at = postingStarts[term] ?? 0; at < end; at += 2) {
        let byte = postings[at] ?? 0
        let step = byte & 0x7f
        for (let shift = 7; byte >= 0x80; shift += 7) {
          at += 1
          byte = postings[at] ?? 0
          step |= (byte & 0x7f) << shift
        }
        record += step
        const weight = postings[at + 1] ?? 0
        const slot = slots[record] ?? -1
        if (slot < 0 || (onlyTitles && (weight & 1) === 0)) continue
        takeMatch(sink, slot, sureness * (WEIGHTS[weight >> 1] ?? 0))
      }
    },
    eachPosting(term, visit) {
      const end = postingStarts[term + 1] ?? 0
      let record = -1
      for (let at = postingStarts[term] ?? 0; at < end; at += 2) {
        let step = 0
        let shift = 0
        for (; (postings[at] ?? 0) >= 0x80; at += 1, shift += 7) step |= ((postings[at] ?? 0) & 0x7f) << shift
        record += step | ((postings[at] ?? 0) << shift)
        visit(record, postings[at + 1] ?? 0)
      }
    },
    read,
  }
}
