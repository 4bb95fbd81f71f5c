import type { Place, TextFeature } from './read-text.ts'
import type { Evidence } from './suggestion.ts'

/** What one feature of a text adds for a goal or target. */
export type Contribution = { readonly places: readonly Place[]; readonly weight: number; readonly via?: 'mdg' }

/** A goal is not listed without one thing in the text that speaks for it at least this strongly (in logits). */
const WEAKEST_REASON = 0.1
/** What adds less than this part of the strongest reason explains nothing. */
const SMALLEST_PART = 0.12
const MOST_REASONS = 8
const MOST_PLACES = 24

/** The places that speak for a goal or target, strongest first; empty where nothing does so clearly. */
export function evidenceOf(text: string, contributions: readonly Contribution[]): readonly Evidence[] {
  const reasons = contributions.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const strongest = reasons[0]?.weight ?? 0
  if (strongest < WEAKEST_REASON) return []
  const told = reasons.filter(({ weight }) => weight >= strongest * SMALLEST_PART).slice(0, MOST_REASONS)
  return inPlaces(told)
    .sort((a, b) => b.weight - a.weight || a.start - b.start || a.end - b.end)
    .slice(0, MOST_PLACES)
    .map(({ weight, ...place }) => ({ term: text.slice(place.start, place.end), ...place, weight: rounded(weight) }))
}

/** What the features of a text add, given the weight of each. */
export function contributionsOf(
  features: readonly TextFeature[],
  weightOf: (name: string) => number,
): readonly Contribution[] {
  return features.map(({ name, value, places }) => ({ places, weight: value * weightOf(name) }))
}

/** Each place once: what several features say about one word is added up, and a feature's weight is shared by its places. */
function inPlaces(contributions: readonly Contribution[]): Omit<Evidence, 'term'>[] {
  const byPlace = new Map<string, Omit<Evidence, 'term'>>()
  for (const { places, weight, via } of contributions) {
    for (const { start, end } of places) {
      const key = `${start} ${end}`
      const known = byPlace.get(key) ?? { start, end, weight: 0, ...(via ? { via } : {}) }
      byPlace.set(key, { ...known, weight: known.weight + weight / places.length })
    }
  }
  return [...byPlace.values()]
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000
}
