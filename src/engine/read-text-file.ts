import { done, type Outcome, refused } from '../core/problem.ts'
import type { EngineEnvironment } from './environment.ts'

/** Reads a whole text file in UTF-8, or in UTF-16 where it says so by its first bytes; refuses what is no text, and what is longer than `limit` bytes. */
export function readTextFile(environment: EngineEnvironment, path: string, limit: number): Outcome<string> {
  const opened = environment.openForReading(path)
  if (!opened.ok) return opened
  try {
    const pieces: Uint8Array[] = []
    let length = 0
    for (const piece of opened.value.chunks()) {
      pieces.push(piece)
      length += piece.length
      if (length > limit) return refused({ code: 'file-too-large', path, limit })
    }
    const bytes = Buffer.concat(pieces)
    const text = decode(bytes)
    return text === undefined || text.includes('\u0000') ? refused({ code: 'not-text', path }) : done(text)
  } finally {
    opened.value.close()
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
