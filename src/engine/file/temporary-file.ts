import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileSystem, OpenFile } from './file-system.ts'
import type { FileHost } from './host.ts'
import { CHUNK, hashFile, withFile } from './read-file.ts'

/** What a temporary file is written with. */
export type TemporaryOptions = {
  /** Pieces that follow each other in the file; a piece is only good until the next one. */
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** Who may read it at first. */
  readonly mode: number
  /** The rights of the file that it will replace, where there is one. */
  readonly finalMode?: number
  /** The SHA-256 of all pieces, where it is known already. */
  readonly sha256?: string
}

/** A file that is complete and on the disk, beside the one it will replace. */
export type TemporaryFile = { readonly path: string; readonly sha256: string }

/**
 * Writes a file beside `target`, makes it durable, and reads it back from the disk to see that it is right. What cannot
 * be finished is removed again.
 *
 * The name is one that cloud clients are most likely to leave alone while it is written.
 */
export async function writeTemporary(
  host: FileHost,
  target: string,
  options: TemporaryOptions,
): Promise<TemporaryFile> {
  const { fs } = host
  const path = join(dirname(target), `~${basename(target)}.${Buffer.from(host.randomBytes(4)).toString('hex')}.tmp`)
  const file = await fs.open(path, 'wx', options.mode)
  try {
    const sha256 = await withFile(file, () => fill(file, options))
    if ((await hashFile(fs, path)) !== sha256) throw systemError('READBACK', 'the disk gives back something else')
    return { path, sha256 }
  } catch (error) {
    await removeQuietly(fs, path)
    throw error
  }
}

/** Removes a file that nobody needs; that it cannot be removed is no failure of anything. */
export async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  await fs.unlink(path).catch(() => undefined)
}

async function fill(file: OpenFile, { pieces, finalMode, sha256 }: TemporaryOptions): Promise<string> {
  const hash = sha256 === undefined ? createHash('sha256') : undefined
  let position = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += CHUNK) {
      const chunk = piece.subarray(at, at + CHUNK)
      hash?.update(chunk)
      await writeAll(file, chunk, position)
      position += chunk.length
    }
  }
  // Colleagues who could read the old file can read the new one; a disk without such rights says so, and may.
  if (finalMode !== undefined) await file.setMode(finalMode).catch(() => undefined)
  await file.sync()
  return sha256 ?? hash?.digest('hex') ?? ''
}

/** A write may do less than asked without calling it a failure: when the disk fills up, for one. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const count = await file.write(bytes, at, bytes.length - at, position + at)
    if (count === 0) throw systemError('ENOSPC', 'the disk takes no more')
    at += count
  }
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
