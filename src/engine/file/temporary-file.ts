import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileSystem, OpenFile } from './file-system.ts'
import type { FileHost } from './host.ts'
import { CHUNK, chunksOf, hashFile, withFile } from './read-file.ts'

/** Who may read a temporary file. */
export type Rights = {
  /** While it is written. */
  readonly mode: number
  /** Those of the file that it will replace, where there is one. */
  readonly finalMode?: number
}

/**
 * Writes a file beside `target`, makes it durable, and reads it back from the disk to see that it is right. What cannot
 * be finished is removed again. Returns its path.
 */
export function writeTemporary(
  host: FileHost,
  target: string,
  pieces: readonly Uint8Array[],
  rights: Rights,
): Promise<string> {
  return makeTemporary(host, target, rights, async (file, path) => {
    let position = 0
    for (const piece of pieces) {
      await writeAll(file, piece, position)
      position += piece.length
    }
    await finish(file, rights)
    if (!(await holds(host.fs, path, pieces))) throw unfaithful()
    return path
  })
}

/** A copy beside the place where it will go, and the SHA-256 of what was copied. */
export type TemporaryCopy = { readonly path: string; readonly sha256: string }

/** The same with what another file holds. */
export function copyToTemporary(host: FileHost, from: string, target: string, rights: Rights): Promise<TemporaryCopy> {
  return makeTemporary(host, target, rights, async (file, path) => {
    const hash = createHash('sha256')
    let position = 0
    await withFile(await host.fs.open(from, 'r'), async (source) => {
      for await (const chunk of chunksOf(source)) {
        hash.update(chunk)
        await writeAll(file, chunk, position)
        position += chunk.length
      }
    })
    await finish(file, rights)
    const sha256 = hash.digest('hex')
    if ((await hashFile(host.fs, path)) !== sha256) throw unfaithful()
    return { path, sha256 }
  })
}

/** Removes a file that nobody needs; that it cannot be removed is no failure of anything. */
export async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  await fs.unlink(path).catch(() => undefined)
}

/** A write may do less than asked without calling it a failure: when the disk fills up, for one. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const count = await file.write(bytes, at, Math.min(CHUNK, bytes.length - at), position + at)
    if (count === 0) throw systemError('ENOSPC', 'the disk takes no more')
    at += count
  }
}

/** The name is one that cloud clients are most likely to leave alone while it is written. */
async function makeTemporary<T>(
  host: FileHost,
  target: string,
  { mode }: Rights,
  fill: (file: OpenFile, path: string) => Promise<T>,
): Promise<T> {
  const path = join(dirname(target), `~${basename(target)}.${Buffer.from(host.randomBytes(4)).toString('hex')}.tmp`)
  const file = await host.fs.open(path, 'wx', mode)
  try {
    return await withFile(file, () => fill(file, path))
  } catch (error) {
    await removeQuietly(host.fs, path)
    throw error
  }
}

async function finish(file: OpenFile, { finalMode }: Rights): Promise<void> {
  // Colleagues who could read the old file can read the new one; a disk without such rights says so, and may.
  if (finalMode !== undefined) await file.setMode(finalMode).catch(() => undefined)
  await file.sync()
}

async function holds(fs: FileSystem, path: string, pieces: readonly Uint8Array[]): Promise<boolean> {
  const buffer = Buffer.allocUnsafe(CHUNK)
  return withFile(await fs.open(path, 'r'), async (file) => {
    let position = 0
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) {
        const count = await file.read(buffer, 0, Math.min(CHUNK, piece.length - at), position)
        if (count === 0 || Buffer.compare(buffer.subarray(0, count), piece.subarray(at, at + count)) !== 0) return false
        at += count
        position += count
      }
    }
    return (await file.read(buffer, 0, 1, position)) === 0
  })
}

function unfaithful(): Error {
  return systemError('READBACK', 'the disk gives back something else than was written')
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
