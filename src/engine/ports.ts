import { createHash, randomBytes } from 'node:crypto'
import type { Ports } from '../core/ports.ts'

/** The real clock, real randomness and Node's SHA-256. */
export function nodePorts(): Ports {
  return {
    nowMillis: () => Date.now(),
    randomBytes: (length) => randomBytes(length),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  }
}
