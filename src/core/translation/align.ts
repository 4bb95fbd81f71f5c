import type { Block } from '../rich-text/document.ts'
import { plainText } from '../rich-text/plain-text.ts'

/** What it costs to leave a block without a counterpart, on the scale of `distance`. */
const ALONE = 1.5
/** What it costs to set blocks of different kinds side by side. */
const OTHER_KIND = 1
/** Short blocks are not told apart by their length. */
const SHORT = 10

/**
 * For every block of a source the block of its translation that stands for it, or null. Both run in the same order;
 * kinds and lengths decide, as in Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993.
 * Deterministic: what was exported can be found again when it comes back.
 */
export function alignBlocks(source: readonly Block[], target: readonly Block[]): readonly (number | null)[] {
  const sameForm = source.length === target.length && source.every(({ kind }, at) => target[at]?.kind === kind)
  if (sameForm) return source.map((_, at) => at)
  const [from, to] = [source.map(traits), target.map(traits)]
  const width = to.length + 1
  const cost = new Float64Array((from.length + 1) * width)
  const costAt = (row: number, column: number) => cost[row * width + column] ?? 0
  for (let row = from.length; row >= 0; row -= 1) {
    for (let column = to.length; column >= 0; column -= 1) {
      if (row === from.length && column === to.length) continue
      const [one, other] = [from[row], to[column]]
      cost[row * width + column] = Math.min(
        one && other ? distance(one, other) + costAt(row + 1, column + 1) : Number.POSITIVE_INFINITY,
        one ? ALONE + costAt(row + 1, column) : Number.POSITIVE_INFINITY,
        other ? ALONE + costAt(row, column + 1) : Number.POSITIVE_INFINITY,
      )
    }
  }
  const aligned: (number | null)[] = []
  let column = 0
  for (const [row, one] of from.entries()) {
    while (column < to.length && costAt(row, column) === ALONE + costAt(row, column + 1)) column += 1
    const other = to[column]
    const isPair = other !== undefined && costAt(row, column) === distance(one, other) + costAt(row + 1, column + 1)
    aligned.push(isPair ? column : null)
    if (isPair) column += 1
  }
  return aligned
}

type Traits = { readonly kind: Block['kind']; readonly length: number }

function traits(block: Block): Traits {
  return { kind: block.kind, length: plainText({ blocks: [block] }).length }
}

function distance(one: Traits, other: Traits): number {
  const isTable = one.kind === 'table'
  if (isTable !== (other.kind === 'table')) return Number.POSITIVE_INFINITY
  const length = Math.abs(Math.log((one.length + SHORT) / (other.length + SHORT)))
  return (one.kind === other.kind ? 0 : OTHER_KIND) + length
}
