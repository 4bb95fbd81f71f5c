import learnt from '../../../resources/suggest/weights.json' with { type: 'json' }
import { readWeight } from './digits.ts'

export const GOALS = 17

/** Rarities are written on this scale. */
const LARGEST_RARITY = 12

/** What one feature says about each goal, and how rare it is. */
export type FeatureWeights = { readonly goals: Float64Array; readonly rarity: number }

/** The weights of `resources/suggest/weights.json`, read once. */
export type Weights = {
  readonly bias: readonly number[]
  /** Undefined for features that no weights are known for. */
  readonly of: (feature: string) => FeatureWeights | undefined
  /** The targets of each goal (index 0 is goal 1), each with the features that speak for it. */
  readonly targets: readonly (readonly TargetWeights[])[]
}

/** A target and the weights of the features that speak for it. */
export type TargetWeights = { readonly code: string; readonly features: ReadonlyMap<string, number> }

let ready: Weights | undefined

/** Reads the weights on first use. They are decoded feature by feature, as texts ask for them. */
export function loadWeights(): Weights {
  ready ??= read()
  return ready
}

function read(): Weights {
  const written = new Map<string, string>(Object.entries(learnt.features))
  const decoded = new Map<string, FeatureWeights>()
  const targets: TargetWeights[][] = Array.from({ length: GOALS }, () => [])
  for (const [code, line] of Object.entries(learnt.targets)) {
    targets[Number.parseInt(code, 10) - 1]?.push({ code, features: readTarget(line) })
  }
  return {
    bias: learnt.bias,
    targets,
    of(feature) {
      const known = decoded.get(feature)
      if (known) return known
      const digits = written.get(feature)
      if (digits === undefined) return undefined
      const weights = readFeature(digits)
      decoded.set(feature, weights)
      return weights
    },
  }
}

/** Only differences between goals matter; with their mean at zero, a weight says by itself whether it speaks for a goal. */
function readFeature(digits: string): FeatureWeights {
  const goals = Float64Array.from({ length: GOALS }, (_, goal) => readWeight(digits.charAt(goal), learnt.largest))
  const mean = goals.reduce((sum, weight) => sum + weight, 0) / GOALS
  return { goals: goals.map((weight) => weight - mean), rarity: readWeight(digits.charAt(GOALS), LARGEST_RARITY) }
}

function readTarget(line: string): ReadonlyMap<string, number> {
  return new Map(
    line.split('|').map((entry) => {
      const space = entry.lastIndexOf(' ')
      return [entry.slice(0, space), Number(entry.slice(space + 1)) / 10]
    }),
  )
}
