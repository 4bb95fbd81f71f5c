import type { Lang } from '../model/lang.ts'
import { eachFeature } from './features.ts'
import { toVector } from './vector.ts'
import { millenniumGoals } from './mdg.ts'
import type { Weights } from './weights.ts'

/** One place where a feature stands in the text. */
export type Place = { readonly start: number; readonly end: number; readonly share: number }

/** One feature of a text that weights are known for. */
export type TextFeature = {
  readonly name: string
  /** How much it counts in this text. */
  readonly value: number
  readonly places: readonly Place[]
}

/** A goal or target that the text names by its number ("SDG 5", "ODD 5.2"), or by an older goal, and where. */
export type NamedCode = {
  readonly code: string
  readonly start: number
  readonly end: number
  /** What it adds, in logits. */
  readonly weight: number
  readonly via?: 'mdg'
}

/** What it adds that the text names a goal by its number. */
const NAMED = 4

/** What is found in a text before anything is concluded from it. */
export type ReadText = { readonly features: readonly TextFeature[]; readonly codes: readonly NamedCode[] }

/** Finds in a text what the weights know about. */
export function readText(text: string, lang: Lang, weights: Weights): ReadText {
  const places = new Map<string, Place[]>()
  const codes: NamedCode[] = []
  eachFeature(text, lang, (name, share, start, end) => {
    if (name.startsWith('#')) codes.push({ code: name.slice(1), start, end, weight: NAMED })
    else if (weights.of(name)) {
      const known = places.get(name)
      if (known) known.push({ start, end, share })
      else places.set(name, [{ start, end, share }])
    }
  })
  const counts = new Map([...places].map(([name, at]) => [name, at.reduce((sum, { share }) => sum + share, 0)]))
  const vector = toVector(counts, (name) => weights.of(name)?.rarity ?? 0)
  return {
    features: vector.map(({ feature, value }) => ({ name: feature, value, places: places.get(feature) ?? [] })),
    codes: [...codes, ...millenniumGoals(text)],
  }
}
