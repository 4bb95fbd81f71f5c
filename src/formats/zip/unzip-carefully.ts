import { Unzip, UnzipInflate } from 'fflate'
import { joined } from '../bytes/joined.ts'

/** What an archive holds, by name, in its order. */
export type Entries = Map<string, Uint8Array>

const MEGABYTE = 1_000_000
const LIMITS = { entries: 5_000, each: 50 * MEGABYTE, all: 200 * MEGABYTE }
const STEP = 4096

/**
 * Unpacks an archive, counting what comes out: sizes that it declares are never believed. `bomb` where more comes out
 * than any honest document holds, `broken` where it cannot be read.
 */
export function unzipCarefully(bytes: Uint8Array, limits = LIMITS): Entries | 'broken' | 'bomb' {
  const entries: Entries = new Map()
  let all = 0
  let open = 0
  let begun = 0
  let why: 'broken' | 'bomb' | undefined
  // The first reason counts: the library hands an error of ours back as one of the archive's.
  const giveUp = (reason: 'broken' | 'bomb'): never => {
    why ??= reason
    throw new Error(why)
  }
  const unzip = new Unzip((file) => {
    begun += 1
    if (begun > limits.entries) giveUp('bomb')
    open += 1
    const pieces: Uint8Array[] = []
    let size = 0
    file.ondata = (error, piece, final) => {
      if (error) giveUp('broken')
      size += piece.length
      all += piece.length
      if (size > limits.each || all > limits.all) giveUp('bomb')
      pieces.push(piece)
      if (!final) return
      open -= 1
      entries.set(file.name, joined(pieces))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += STEP) unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  } catch {
    return why ?? 'broken'
  }
  return open > 0 || entries.size === 0 ? 'broken' : entries
}
