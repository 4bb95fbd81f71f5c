/** One step from a present list to a wanted one; `at` and `to` are indexes into them. */
export type AlignStep =
  | { readonly do: 'keep' | 'change'; readonly at: number; readonly to: number }
  | { readonly do: 'remove'; readonly at: number }
  | { readonly do: 'insert'; readonly to: number }

/** Above this many comparisons the middle of two lists is paired in order instead of aligned. */
const MOST_COMPARISONS = 4_000_000

/**
 * The steps that turn one list into another with as much kept as possible: entries with equal keys stay, others are
 * changed in place where `canChange` allows, else removed and inserted. Steps come in list order.
 */
export function align(
  present: readonly string[],
  wanted: readonly string[],
  canChange: (at: number, to: number) => boolean,
): readonly AlignStep[] {
  const steps: AlignStep[] = []
  let at = 0
  let to = 0
  const fillGap = (untilAt: number, untilTo: number) => {
    while (at < untilAt && to < untilTo) {
      if (canChange(at, to)) steps.push({ do: 'change', at: at++, to: to++ })
      else if (untilAt - at >= untilTo - to) steps.push({ do: 'remove', at: at++ })
      else steps.push({ do: 'insert', to: to++ })
    }
    while (at < untilAt) steps.push({ do: 'remove', at: at++ })
    while (to < untilTo) steps.push({ do: 'insert', to: to++ })
  }
  for (const [keptAt, keptTo] of commonPairs(present, wanted)) {
    fillGap(keptAt, keptTo)
    steps.push({ do: 'keep', at: at++, to: to++ })
  }
  fillGap(present.length, wanted.length)
  return steps
}

/** Index pairs of a longest common subsequence. */
function commonPairs(present: readonly string[], wanted: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0
  const shorter = Math.min(present.length, wanted.length)
  while (start < shorter && present[start] === wanted[start]) start += 1
  let end = 0
  while (end < shorter - start && present.at(-1 - end) === wanted.at(-1 - end)) end += 1
  const pairs: (readonly [number, number])[] = []
  for (let index = 0; index < start; index += 1) pairs.push([index, index])
  const middle = middlePairs(present.slice(start, present.length - end), wanted.slice(start, wanted.length - end))
  for (const [a, b] of middle) pairs.push([a + start, b + start])
  for (let index = end; index > 0; index -= 1) pairs.push([present.length - index, wanted.length - index])
  return pairs
}

function middlePairs(present: readonly string[], wanted: readonly string[]): readonly (readonly [number, number])[] {
  const width = wanted.length + 1
  if (present.length === 0 || wanted.length === 0 || present.length * width > MOST_COMPARISONS) return []
  const longest = new Uint32Array((present.length + 1) * width)
  for (let a = present.length - 1; a >= 0; a -= 1) {
    for (let b = wanted.length - 1; b >= 0; b -= 1) {
      const below = longest[(a + 1) * width + b] ?? 0
      const beside = longest[a * width + b + 1] ?? 0
      const through = 1 + (longest[(a + 1) * width + b + 1] ?? 0)
      longest[a * width + b] = present[a] === wanted[b] ? through : Math.max(below, beside)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let a = 0
  let b = 0
  while (a < present.length && b < wanted.length) {
    if (present[a] === wanted[b]) pairs.push([a++, b++])
    else if ((longest[(a + 1) * width + b] ?? 0) >= (longest[a * width + b + 1] ?? 0)) a += 1
    else b += 1
  }
  return pairs
}
