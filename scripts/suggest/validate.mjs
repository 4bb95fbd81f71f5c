import { modelFrom } from './model.mjs'
import { seededRandom } from './softmax.mjs'

/**
 * Measures on passages that were not learnt from: the English ones with weights from the Spanish ones alone (another
 * language, other wording), and a fifth of the Spanish ones with weights from the rest.
 */
export function validate(material) {
  const spanish = material.rows.filter((row) => row.lang === 'es')
  const english = material.rows.filter((row) => row.lang === 'en')
  const random = seededRandom(7)
  const part = spanish.map(() => Math.floor(random() * 5))
  const across = modelFrom(spanish, material)
  report('English, learnt from Spanish alone', across, english)
  const rest = spanish.filter((_, at) => part[at] !== 0)
  const held = spanish.filter((_, at) => part[at] === 0)
  report('Spanish, a fifth held out', modelFrom([...rest, ...english], material), held)
}

function report(name, model, rows) {
  const ranked = rows.map((row) => ({ goal: row.goal, ...rank(model.logitsOf(row.text, row.lang)) }))
  const share = (test) => (ranked.filter(test).length / ranked.length).toFixed(3)
  const goals = [...new Set(rows.map((row) => row.goal))].sort((a, b) => a - b)
  const f1 = goals.map((goal) => f1Of(ranked, goal))
  const mean = f1.reduce((sum, value) => sum + value, 0) / f1.length
  process.stdout.write(
    `${name} (${rows.length}): top-1 ${share((r) => r.order[0] === r.goal)}, macro F1 ${mean.toFixed(3)}, recall@3 ${share((r) => r.order.slice(0, 3).includes(r.goal))}\n`,
  )
  process.stdout.write(`  F1 by goal: ${goals.map((goal, at) => `${goal}: ${f1[at]?.toFixed(2)}`).join(', ')}\n`)
  for (const temperature of [0.7, 0.8, 0.9, 1, 1.2]) {
    const loss = ranked.reduce((sum, r) => sum - Math.log(softmax(r.logits, temperature)[r.goal - 1] ?? 1e-9), 0)
    process.stdout.write(`  temperature ${temperature}: loss ${(loss / ranked.length).toFixed(3)}\n`)
  }
  const seventeenth = [1, 3].map((most) => share((r) => r.order.slice(0, most).includes(17)))
  process.stdout.write(`  goal 17, which none of them has: first ${seventeenth[0]}, among three ${seventeenth[1]}\n`)
}

function rank(logits) {
  const order = [...logits.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0)).map((at) => at + 1)
  return { logits, order }
}

function softmax(logits, temperature) {
  const highest = Math.max(...logits)
  const powers = Array.from(logits, (logit) => Math.exp((logit - highest) / temperature))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

function f1Of(ranked, goal) {
  const hits = ranked.filter((r) => r.order[0] === goal && r.goal === goal).length
  const wrong = ranked.filter((r) => r.order[0] === goal && r.goal !== goal).length
  const missed = ranked.filter((r) => r.order[0] !== goal && r.goal === goal).length
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong + missed)
}
