import { type AlternativeTerms, alternativeTerms, type Expansion } from './expansion.ts'
import type { Segment } from './segment.ts'
import { createSequenceFinder, type Sequence } from './side-by-side.ts'
import type { TextIndex } from './text-index.ts'

/** One way to call something, with what each record that calls it so is worth for it. */
export type Way = AlternativeTerms & { readonly matches: ReadonlyMap<number, number> }

/** The ways to call what some words of a query name, surest first, as far as records use them. */
export type Named = Pick<Expansion, 'concept' | 'first' | 'end'> & { readonly ways: readonly Way[] }

/** How many records are read for names of several words; above, those that hold the words apart count too, for half. */
const READ_AT_MOST = 200

/** Small words that may stand between the words of a name. */
const GAP = 2

/** Finds the records that call by another name what words of a query mean. */
export function findNames(index: TextIndex, expansions: readonly Expansion[], room: number): readonly Named[] {
  const best = new Float64Array(room)
  let left = READ_AT_MOST

  function wayOf(alternative: AlternativeTerms): Way {
    let matches: Map<number, number> | null = null
    for (const key of alternative.terms) {
      const sink = { best, slots: [] as number[] }
      for (const segment of index.segments()) {
        const term = segment.term(key)
        if (term !== undefined) segment.gather(term, alternative.weight, false, sink)
      }
      const next = new Map<number, number>()
      for (const slot of sink.slots) {
        const before: number | undefined = matches === null ? Number.POSITIVE_INFINITY : matches.get(slot)
        if (before !== undefined) next.set(slot, Math.min(before, best[slot] ?? 0))
        best[slot] = 0
      }
      matches = next
    }
    return { ...alternative, matches: sideBySide(alternative, matches ?? new Map()) }
  }

  function sideBySide({ terms }: AlternativeTerms, matches: Map<number, number>): ReadonlyMap<number, number> {
    if (terms.length < 2) return matches
    const isWhole = matches.size <= left
    if (!isWhole) return new Map([...matches].map(([slot, match]) => [slot, match / 2]))
    left -= matches.size
    const holds = createSequenceFinder(index, { by: 'term', gap: GAP })
    const sequenceIn = (segment: Segment): Sequence => {
      const steps = terms.map((key) => new Set([segment.term(key) ?? -2]))
      return steps.some((step) => step.has(-2)) ? null : steps
    }
    return new Map([...matches].filter(([slot]) => holds(slot, sequenceIn)))
  }

  return expansions.map(({ concept, first, end, alternatives }) => {
    const ways = alternatives.map((alternative) => wayOf(alternativeTerms(alternative)))
    return {
      concept,
      first,
      end,
      ways: ways.filter(({ matches }) => matches.size > 0).sort((a, b) => b.weight - a.weight),
    }
  })
}
