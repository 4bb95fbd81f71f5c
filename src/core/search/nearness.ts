import type { MatchedWord } from './find-records.ts'
import { bitsOfTerms } from './held-words.ts'
import { BOUNDARY, type Segment } from './segment.ts'
import type { TextIndex } from './text-index.ts'

/** How much more a record counts at most for words that stand side by side. */
const GAIN = 0.5

/**
 * How much more a record counts for holding the words of a query near each other in one text: from 1 (apart) up to
 * 1.5 (side by side). Null where there are not two words to be near each other.
 */
export function createNearness(index: TextIndex, matched: readonly MatchedWord[]): ((slot: number) => number) | null {
  const telling = matched.filter(({ word }) => word.required)
  if (telling.length < 2) return null
  const stream: number[] = []

  const bitsBySegment = new Map<Segment, ReadonlyMap<number, number>>()
  return (slot) => {
    const place = index.place(slot)
    if (!place) return 1
    const { segment, record } = place
    const bits = bitsBySegment.get(segment) ?? bitsOfTerms(segment, telling)
    bitsBySegment.set(segment, bits)
    const length = segment.read(record, stream)
    for (let at = 0; at < length; at += 1) {
      const word = stream[at] ?? BOUNDARY
      stream[at] = word === BOUNDARY ? BOUNDARY : (bits.get(segment.termOfWord(word)) ?? 0)
    }
    const window = shortestWindow(stream, length, telling.length)
    return window === null ? 1 : 1 + (GAIN * (telling.length - 1)) / Math.max(window - 1, telling.length - 1)
  }
}

/** The length of the shortest stretch of one text that holds all of `count` words; null where none does. */
function shortestWindow(bits: readonly number[], length: number, count: number): number | null {
  const last = Array.from({ length: count }, () => -1)
  let shortest: number | null = null
  for (let at = 0; at < length; at += 1) {
    const held = bits[at] ?? 0
    if (held === 0) continue
    if (held === BOUNDARY) {
      last.fill(-1)
      continue
    }
    for (let word = 0; word < count; word += 1) if ((held & (1 << word)) !== 0) last[word] = at
    const first = Math.min(...last)
    if (first >= 0 && (shortest === null || at - first + 1 < shortest)) shortest = at - first + 1
  }
  return shortest
}
