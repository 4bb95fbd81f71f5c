import { CONCEPTS } from '../../src/core/suggest/concepts.ts'
import { countFeatures } from './model.mjs'

const NAME_WEIGHT = 7
const HAND_WEIGHT = 6
const MOST_FEATURES = 16

/** For each target the features that speak for it, strongest first, as `feature weight|feature weight`. */
export function targetWeights({ names }, { features, vectorOf }) {
  const nameOf = [...features.keys()]
  const targets = new Map()
  for (const { text, lang, target } of names) {
    if (target === undefined) continue
    const weights = targets.get(target) ?? targets.set(target, new Map()).get(target)
    // Six names of one target: the official one and our label, in three languages.
    for (const [feature, value] of vectorOf(countFeatures(text, lang))) raise(weights, nameOf[feature], value / 6)
  }
  return Object.fromEntries([...targets].map(([target, weights]) => [target, written(target, weights, targets)]))
}

function written(target, names, targets) {
  const goal = target.split('.')[0]
  const siblings = [...targets].filter(([code]) => code.split('.')[0] === goal).map(([, weights]) => weights)
  const weights = new Map()
  for (const [name, value] of names) {
    // What the names of all targets of a goal have in common tells none of them from the others.
    const mean = siblings.reduce((sum, sibling) => sum + (sibling.get(name) ?? 0), 0) / siblings.length
    if (value > mean) weights.set(name, (value - mean) * NAME_WEIGHT)
  }
  for (const concept of CONCEPTS)
    for (const { code, strength } of concept.speaksFor)
      if (code === target) raise(weights, concept.name, (strength * HAND_WEIGHT) / 3)
  return [...weights]
    .map(([name, weight]) => [name, Math.round(weight * 10)])
    .filter(([, weight]) => weight >= 3)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_FEATURES)
    .map(([name, weight]) => `${name} ${weight}`)
    .join('|')
}

function raise(weights, name, by) {
  weights.set(name, (weights.get(name) ?? 0) + by)
}
