import { BOUNDARY, type Segment } from './segment.ts'
import type { TextIndex } from './text-index.ts'

/** What may stand at one place of a sequence: numbers of words, or of terms, in one segment. */
export type Step = ReadonlySet<number>

/** What is looked for in the records of one segment; null where none of them can have it. */
export type Sequence = readonly Step[] | null

/** Tells which records hold words one after the other. Reads their words in order, which lie in the index. */
export function createSequenceFinder(
  index: TextIndex,
  options: { readonly by: 'word' | 'term'; readonly gap: number },
) {
  const sequences = new Map<Segment, Sequence>()
  const stream: number[] = []

  /** Whether the record in a slot holds the sequence that `sequenceIn` gives for its segment. */
  return (slot: number, sequenceIn: (segment: Segment) => Sequence): boolean => {
    const place = index.place(slot)
    if (!place) return false
    const { segment, record } = place
    let sequence = sequences.get(segment)
    if (sequence === undefined) {
      sequence = sequenceIn(segment)
      sequences.set(segment, sequence)
    }
    if (sequence === null) return false
    const length = segment.read(record, stream)
    if (options.by === 'term') {
      for (let at = 0; at < length; at += 1) {
        const word = stream[at] ?? BOUNDARY
        if (word !== BOUNDARY) stream[at] = segment.termOfWord(word)
      }
    }
    return holds(stream, length, sequence, options.gap)
  }
}

function holds(stream: readonly number[], length: number, [first, ...others]: readonly Step[], gap: number): boolean {
  if (!first) return true
  for (let at = 0; at < length; at += 1) {
    if (first.has(stream[at] ?? BOUNDARY) && goesOn(stream, length, at + 1, others, gap)) return true
  }
  return false
}

/** Whether the other steps follow from a place on, each with at most `gap` words between it and the one before. */
function goesOn(stream: readonly number[], length: number, from: number, steps: readonly Step[], gap: number): boolean {
  let at = from
  for (const step of steps) {
    const until = Math.min(at + gap, length - 1)
    while (at < until && stream[at] !== BOUNDARY && !step.has(stream[at] ?? BOUNDARY)) at += 1
    if (at >= length || !step.has(stream[at] ?? BOUNDARY)) return false
    at += 1
  }
  return true
}
