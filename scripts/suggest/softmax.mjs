// A linear model over goals, learnt by AdaGrad, pulled towards weights that were given by hand.

/** The same numbers from the same seed: learning twice gives the same file. */
export function seededRandom(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Learns weights (features × goals). A row is `{ x: [[feature, value]…], goal, weight, quiet }`; the goals in `quiet`
 * learn hardly anything from the row, because nobody asked its readers about them.
 */
export function learn(rows, { goals, prior, penalty, epochs, rate = 0.5, quietShare = 0.1, seed = 1 }) {
  const features = prior.length / goals
  const weights = Float64Array.from(prior)
  const bias = new Float64Array(goals)
  const speed = new Float64Array(features * goals).fill(1e-3)
  const biasSpeed = new Float64Array(goals).fill(1e-3)
  const seen = new Float64Array(features)
  for (const { x } of rows) for (const [feature] of x) seen[feature] += 1
  const random = seededRandom(seed)
  const order = rows.map((_, at) => at)
  const error = new Float64Array(goals)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const { x, goal, weight, quiet } = rows[at]
      probabilities(weights, bias, x, goals, error)
      error[goal] -= 1
      for (let k = 0; k < goals; k++) error[k] *= quiet?.includes(k) ? weight * quietShare : weight
      for (let k = 0; k < goals; k++) {
        biasSpeed[k] += error[k] ** 2
        bias[k] -= (rate * error[k]) / Math.sqrt(biasSpeed[k])
      }
      for (const [feature, value] of x) {
        const pull = penalty / seen[feature]
        for (let k = 0, cell = feature * goals; k < goals; k++, cell++) {
          const slope = error[k] * value + pull * (weights[cell] - prior[cell])
          speed[cell] += slope * slope
          weights[cell] -= (rate * slope) / Math.sqrt(speed[cell])
        }
      }
    }
  }
  return { weights, bias, goals }
}

/** What the model thinks of one text, as logits. */
export function logits({ weights, bias, goals }, x) {
  const sums = Float64Array.from(bias)
  for (const [feature, value] of x) for (let k = 0; k < goals; k++) sums[k] += weights[feature * goals + k] * value
  return sums
}

function probabilities(weights, bias, x, goals, into) {
  into.set(bias)
  for (const [feature, value] of x) for (let k = 0; k < goals; k++) into[k] += weights[feature * goals + k] * value
  const highest = Math.max(...into)
  let sum = 0
  for (let k = 0; k < goals; k++) sum += into[k] = Math.exp(into[k] - highest)
  for (let k = 0; k < goals; k++) into[k] /= sum
}

function shuffle(order, random) {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at]
    order[at] = order[other]
    order[other] = kept
  }
}
