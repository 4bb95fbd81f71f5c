import { closeSync, openSync, readSync } from 'node:fs'
import { done, type Outcome, refused } from '../core/problem.ts'

/** A file that is read piece by piece. */
export type ReadableFile = { readonly chunks: () => Iterable<Uint8Array>; readonly close: () => void }

const PIECE = 1 << 20

/** Opens a file for reading, or says why it cannot be read. The caller closes it. */
export function openForReading(path: string): Outcome<ReadableFile> {
  try {
    const handle = openSync(path, 'r')
    // A folder opens on some systems and fails at the first read only.
    readSync(handle, new Uint8Array(1), 0, 1, 0)
    return done({ chunks: () => piecesOf(handle), close: () => closeSync(handle) })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refused(
      code === 'ENOENT' ? { code: 'file-missing', path } : { code: 'file-unreadable', path, reason: code ?? '' },
    )
  }
}

function* piecesOf(handle: number): Generator<Uint8Array> {
  let at = 0
  for (;;) {
    const piece = new Uint8Array(PIECE)
    const length = readSync(handle, piece, 0, PIECE, at)
    if (length === 0) return
    at += length
    yield piece.subarray(0, length)
  }
}
