import { analyse } from './analyse.ts'
import type { Segment } from './segment.ts'
import { createSequenceFinder, type Sequence } from './side-by-side.ts'
import type { TextIndex } from './text-index.ts'
import { eachToken } from './tokens.ts'

/**
 * Tells which records hold a phrase: its words as they are spelled, but for case and accents, one after the other. The
 * last word of one that is still being typed may go on.
 */
export function createPhraseTest(index: TextIndex, phrase: string, isOpen: boolean): (slot: number) => boolean {
  const surfaces: string[] = []
  eachToken(phrase, (start, end) => {
    surfaces.push(analyse(phrase.slice(start, end), 'none').surface)
  })
  const sequenceIn = (segment: Segment): Sequence => {
    const steps = surfaces.map((surface, at) => {
      const words = new Set<number>()
      if (isOpen && at === surfaces.length - 1) segment.eachWordFrom(surface, (word) => words.add(word))
      else segment.spelled(surface, (_, word) => words.add(word))
      return words
    })
    return steps.some((step) => step.size === 0) ? null : steps
  }
  const holds = createSequenceFinder(index, { by: 'word', gap: 0 })
  return (slot) => holds(slot, sequenceIn)
}
