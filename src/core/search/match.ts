/** A word of a text that a word of the query (by its place there) found. */
export type Match = {
  readonly word: number
  readonly start: number
  readonly end: number
  /** The concept by which it did, where the words differ. */
  readonly concept?: string
}

/** Where matches lie, each place once: one name may stand for two words of the query. */
export function marksOf(matches: readonly Match[]): readonly (readonly [number, number])[] {
  const isNew = ({ start }: Match, at: number): boolean => at === 0 || matches[at - 1]?.start !== start
  return matches.filter(isNew).map(({ start, end }) => [start, end] as const)
}
