import type { MatchedWord } from './find-records.ts'
import { BOUNDARY, type Segment } from './segment.ts'
import type { TextIndex } from './text-index.ts'

/** For each term of a segment, the words of the query that it answers: a bit for each, by its place. */
export function bitsOfTerms(segment: Segment, matched: readonly MatchedWord[]): ReadonlyMap<number, number> {
  const bits = new Map<number, number>()
  matched.forEach(({ numbers, calledToo }, place) => {
    const others = calledToo.flatMap(({ terms }) => terms.flatMap((key) => segment.term(key) ?? []))
    for (const term of numbers.get(segment)?.keys() ?? []) bits.set(term, (bits.get(term) ?? 0) | (1 << place))
    for (const term of others) bits.set(term, (bits.get(term) ?? 0) | (1 << place))
  })
  return bits
}

/**
 * Tells which words of the query each text of a record holds, by the index alone: most texts need not be read to say
 * why a record was found.
 */
export function createHeldWords(
  index: TextIndex,
  matched: readonly MatchedWord[],
): (slot: number) => readonly number[] {
  const bitsBySegment = new Map<Segment, ReadonlyMap<number, number>>()
  const stream: number[] = []
  return (slot) => {
    const place = index.place(slot)
    if (!place) return []
    const { segment, record } = place
    const bits = bitsBySegment.get(segment) ?? bitsOfTerms(segment, matched)
    bitsBySegment.set(segment, bits)
    const length = segment.read(record, stream)
    const held: number[] = []
    let sum = 0
    for (let at = 0; at < length; at += 1) {
      const word = stream[at] ?? BOUNDARY
      if (word !== BOUNDARY) sum |= bits.get(segment.termOfWord(word)) ?? 0
      else {
        held.push(sum)
        sum = 0
      }
    }
    return held
  }
}
