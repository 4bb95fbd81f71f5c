/** Largest weight that a term can have in a record. */
export const MOST_WEIGHT = 4095

/** Steps that weights are kept in: each is about a sixteenth more than the one below. */
const STEPS = 127

const STEP = Math.log(MOST_WEIGHT) / STEPS

/** The weights that are kept, by their step: one byte holds a weight, and whether the term stands in a title. */
export const WEIGHTS: Uint16Array = Uint16Array.from({ length: STEPS + 1 }, (_, step) =>
  Math.round(Math.exp(step * STEP)),
)

/** What is kept of a term in a record: the step of its weight, twice, plus one where it stands in a title. */
export function packWeight(weight: number, inTitle: boolean): number {
  const step = Math.round(Math.log(Math.max(1, Math.min(MOST_WEIGHT, weight))) / STEP)
  return step * 2 + (inTitle ? 1 : 0)
}

/** Takes up matches: for each slot the best so far, and the slots that have any. `best` is all zeros at first. */
export type MatchSink = { readonly best: Float64Array; readonly slots: number[] }

/** Notes that a record matches a word. */
export function takeMatch({ best, slots }: MatchSink, slot: number, match: number): void {
  const before = best[slot] ?? 0
  if (before === 0) slots.push(slot)
  if (match > before) best[slot] = match
}
