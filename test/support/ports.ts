import { createHash } from 'node:crypto'
import type { Ports } from '../../src/core/ports.ts'

/** A wall clock that goes on by a second with every look. */
export function tickingClock(start = Date.UTC(2026, 2, 14, 9)): () => number {
  let now = start
  return () => {
    now += 1_000
    return now
  }
}

/** Ports whose randomness follows from a seed. */
export function seededPorts(seed: string, nowMillis: () => number): Ports {
  let count = 0
  return {
    nowMillis,
    randomBytes(length) {
      count += 1
      const digest = createHash('sha512').update(`${seed} ${count}`).digest()
      return Uint8Array.from({ length }, (_, index) => digest[index % digest.length] ?? 0)
    },
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  }
}
