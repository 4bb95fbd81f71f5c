// Learns resources/suggest/weights.json from labelled passages, the official names of goals and targets, our labels,
// the concepts and sentences of resources/suggest. The same input gives the same file, byte for byte.
//
//   node scripts/learn-sdg-weights.mjs DATA              writes the weights
//   node scripts/learn-sdg-weights.mjs DATA --validate   learns without a part of the rows and measures on that part
//
// DATA holds sdg_train.jsonl ({text, lang, labels} a line) and sdg_goals_targets.json (names in three languages).
import { writeFileSync } from 'node:fs'
import { readWeight, writeWeight } from '../src/core/suggest/digits.ts'
import { modelFrom } from './suggest/model.mjs'
import { readMaterial } from './suggest/material.mjs'
import { targetWeights } from './suggest/target-weights.mjs'
import { validate } from './suggest/validate.mjs'

const [folder, flag] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/learn-sdg-weights.mjs DATA [--validate]')
const material = readMaterial(folder)
if (flag === '--validate') validate(material)
else write(modelFrom(material.rows, material))

function write(model) {
  const { features, weights, bias, rarity, goals } = model
  const largest = Math.max(...weights.map(Math.abs))
  const lines = [...features].map(([name, feature]) => {
    const row = [...weights.subarray(feature * goals, (feature + 1) * goals)]
    const digits = row.map((weight) => writeWeight(weight, largest)).join('')
    return [name, digits + writeWeight(rarity[feature], 12)]
  })
  const kept = lines.filter(([name, digits]) => !name.startsWith('~') || matters(digits, largest))
  const content = {
    largest: round(largest),
    bias: [...bias].map(round),
    features: Object.fromEntries(kept),
    targets: targetWeights(material, model),
  }
  writeFileSync('resources/suggest/weights.json', `${JSON.stringify(content, undefined, 2)}\n`)
  process.stdout.write(`${kept.length} of ${lines.length} features\n`)
}

/** Whether a root tells goals apart at all: most do not, and need not be shipped. */
function matters(digits, largest) {
  const weights = [...digits.slice(0, -1)].map((digit) => readWeight(digit, largest))
  return Math.max(...weights) - Math.min(...weights) > 1
}

function round(value) {
  return Math.round(value * 1000) / 1000
}
