/** One feature of a text and how much it counts in it. */
export type VectorEntry<Feature> = { readonly feature: Feature; readonly value: number }

/**
 * A text with fewer meaningful words than this is as long as one with so many: three words are little evidence, however
 * clear they are.
 */
const SHORTEST_LENGTH = 14

/**
 * How much each feature counts in a text: less for every repetition, more for rare ones, and together as long as any
 * other text, so that a page is not surer than a paragraph.
 */
export function toVector<Feature>(
  counts: ReadonlyMap<Feature, number>,
  rarityOf: (feature: Feature) => number,
): readonly VectorEntry<Feature>[] {
  const entries = [...counts].map(([feature, count]) => ({
    feature,
    value: (count < 1 ? count : 1 + Math.log(count)) * rarityOf(feature),
  }))
  const length = Math.hypot(SHORTEST_LENGTH, Math.sqrt(entries.reduce((sum, { value }) => sum + value * value, 0)))
  return entries.map(({ feature, value }) => ({ feature, value: value / length }))
}
