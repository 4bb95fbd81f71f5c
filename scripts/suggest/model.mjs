import { CONCEPTS } from '../../src/core/suggest/concepts.ts'
import { eachFeature } from '../../src/core/suggest/features.ts'
import { toVector } from '../../src/core/suggest/vector.ts'
import { learn, logits } from './softmax.mjs'

const GOALS = 17
/** A root that fewer rows hold is not learnt from. */
const FEWEST_ROWS = 4
/** How much the strongest hand-given weight counts before anything is learnt. */
const HAND_WEIGHT = 6
/** Nobody labelled passages of goal 17: that a passage was given another goal says little against 17. */
const QUIET = [16]

/** Learns from some of the passages and from all names and sentences. */
export function modelFrom(rows, { names, sentences }) {
  const counted = rows.map((row) => countFeatures(row.text, row.lang))
  const holding = new Map()
  for (const counts of counted) for (const name of counts.keys()) holding.set(name, (holding.get(name) ?? 0) + 1)
  const features = new Map()
  const add = (name) => (features.has(name) ? undefined : features.set(name, features.size))
  for (const concept of CONCEPTS) add(concept.name)
  for (const [name, number] of [...holding].sort(([a], [b]) => (a < b ? -1 : 1))) if (number >= FEWEST_ROWS) add(name)
  const rarity = Float64Array.from(features.keys(), (name) => rarityOf(holding.get(name) ?? 0, rows.length))
  const vectorOf = (counts) => {
    const known = new Map(
      [...counts].flatMap(([name, count]) => (features.has(name) ? [[features.get(name), count]] : [])),
    )
    return toVector(known, (feature) => rarity[feature]).map(({ feature, value }) => [feature, value])
  }
  const learnt = learn(
    [
      ...rows.map((row, at) => ({ x: vectorOf(counted[at]), goal: row.goal - 1, weight: row.weight, quiet: QUIET })),
      ...[...names, ...sentences].map(({ text, lang, goal, weight }) => ({
        x: vectorOf(countFeatures(text, lang)),
        goal: goal - 1,
        weight,
      })),
    ],
    { goals: GOALS, prior: handWeights(features), penalty: 0.3, epochs: 8 },
  )
  const bias = learnt.bias.map((value, at) => value - headStart(rows, at + 1))
  const model = { ...learnt, bias, features, rarity }
  return { ...model, vectorOf, logitsOf: (text, lang) => logits(model, vectorOf(countFeatures(text, lang))) }
}

export function countFeatures(text, lang) {
  const counts = new Map()
  eachFeature(text, lang, (name, share) => {
    if (!name.startsWith('#')) counts.set(name, (counts.get(name) ?? 0) + share)
  })
  return counts
}

function rarityOf(rowsWithIt, rows) {
  return Math.log((rows + 1) / (rowsWithIt + 3)) + 1
}

/** What the concepts speak for, with the mean of the goals at zero: the weights that learning starts from and is held to. */
function handWeights(features) {
  const weights = new Float64Array(features.size * GOALS)
  for (const concept of CONCEPTS) {
    const strengths = new Float64Array(GOALS)
    for (const { code, strength } of concept.speaksFor) {
      const goal = Number.parseInt(code, 10) - 1
      strengths[goal] = Math.max(strengths[goal], strength)
    }
    const mean = strengths.reduce((sum, strength) => sum + strength, 0) / GOALS
    const start = features.get(concept.name) * GOALS
    strengths.forEach((strength, goal) => (weights[start + goal] = (HAND_WEIGHT * (strength - mean)) / 3))
  }
  return weights
}

/** Passages were collected more for some goals than for others; what people write about is not known: half of that counts. */
function headStart(rows, goal) {
  // No passages, so learning could not find out how common it is; without this it comes up half as often as others.
  if (goal === 17) return -0.4
  const number = rows.filter((row) => row.goal === goal).length
  return 0.5 * Math.log(Math.max(number, rows.length / 80) / (rows.length / 16))
}
