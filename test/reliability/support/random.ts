/** Numbers that follow from a seed: the same run each time. */
export type Random = {
  /** A whole number from 0 up to, and not including, `below`. */
  readonly below: (below: number) => number
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly bytes: (length: number) => Uint8Array
}

/** The numbers of one case of a proof: it can be played again without those before it. */
export function seededRandom(seed: number, index = 0): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  // Mulberry32: short, quick, and good enough to choose what is broken next.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => Math.floor((next() / 0x1_0000_0000) * limit)
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick(from) {
      const chosen = from[below(from.length)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
  }
}
