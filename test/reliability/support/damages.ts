import type { Random } from './random.ts'
import type { Generations } from './workspaces.ts'

/** The ways in which disks, sticks and half-done copies break a file. */
export const DAMAGES = ['bit', 'sector', 'page', 'cut', 'zero tail', 'splice', 'junk behind'] as const

/** One way of breaking a file. */
export type Damage = (typeof DAMAGES)[number]

const SECTOR = 512
const PAGE = 16_384

/** Breaks a workspace file; the answer is neither of the generations that were saved. */
export function breakFile(damage: Damage, { older, newer }: Generations, random: Random): Uint8Array {
  for (;;) {
    const bytes = attempt(damage, older, newer, random)
    if (!isEqual(bytes, newer) && !isEqual(bytes, older)) return bytes
  }
}

function attempt(damage: Damage, older: Uint8Array, newer: Uint8Array, random: Random): Uint8Array {
  const bytes = newer.slice()
  switch (damage) {
    case 'bit': {
      const at = random.below(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      return bytes
    }
    case 'sector':
      return overwrite(bytes, SECTOR, random)
    case 'page':
      return overwrite(bytes, PAGE, random)
    case 'cut':
      return bytes.slice(0, cutAt(bytes.length, random))
    case 'zero tail':
      return bytes.fill(0, random.below(bytes.length))
    case 'splice': {
      const edge = random.below(Math.ceil(Math.min(older.length, newer.length) / SECTOR)) * SECTOR
      const [front, back] = random.chance(50) ? [older, newer] : [newer, older]
      return concat(front.subarray(0, edge), back.subarray(edge))
    }
    case 'junk behind': {
      const length = random.pick([1, 39, 40, 41, SECTOR, PAGE, 1 + random.below(3 * PAGE)])
      return concat(bytes, random.chance(50) ? random.bytes(length) : random.pick([older, newer]).slice(-length))
    }
  }
}

/** A block that was lost reads as zeros, as noise, or as another block of the same file. */
function overwrite(bytes: Uint8Array, size: number, random: Random): Uint8Array {
  const block = () => random.below(Math.ceil(bytes.length / size)) * size
  const at = block()
  const end = Math.min(at + size, bytes.length)
  const how = random.below(3)
  if (how === 0) bytes.fill(0, at, end)
  else if (how === 1) bytes.set(random.bytes(end - at), at)
  else {
    const from = block()
    bytes.copyWithin(at, from, Math.min(from + end - at, bytes.length))
  }
  return bytes
}

/** Anywhere, and at the places where a cut is hardest to see. */
function cutAt(length: number, random: Random): number {
  const edges = [0, 1, 15, 16, 99, 100, 511, 512, length - 1, length - 8, length - 32, length - 40, length - 41]
  if (random.chance(30)) return random.pick(edges)
  return random.chance(50) ? random.below(Math.ceil(length / PAGE)) * PAGE : random.below(length)
}

function concat(front: Uint8Array, back: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(front.length + back.length)
  bytes.set(front)
  bytes.set(back, front.length)
  return bytes
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
