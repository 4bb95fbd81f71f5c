import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileSystem, OpenFile } from './file-system.ts'
import type { FileHost } from './host.ts'
import { CHUNK, chunksOf, hashFile, type Range, withFile } from './read-file.ts'

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

/** The same with what another file holds, or a stretch of it. */
export function copyToTemporary(
  host: FileHost,
  from: string,
  target: string,
  rights: Rights,
  range?: Range,
): Promise<TemporaryCopy> {
  return makeTemporary(host, target, rights, async (file, path) => {
    const hash = createHash('sha256')
    let position = 0
    await withFile(await host.fs.open(from, 'r'), async (source) => {
      for await (const chunk of chunksOf(source, range)) {
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

/**
 * Makes a file beside `target`, and removes it again where it cannot be finished.
 *
 * The name is one that cloud clients are most likely to leave alone while it is written.
 */
export async function makeTemporary<T>(
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

/** Gives a file its rights and makes it durable. */
export async function finish(file: OpenFile, { finalMode }: Rights): Promise<void> {
  // Colleagues who could read the old file can read the new one; a disk without such rights says so, and may.
  if (finalMode !== undefined) await file.setMode(finalMode).catch(() => undefined)
  await file.sync()
}

async function holds(fs: FileSystem, path: string, pieces: readonly Uint8Array[]): Promise<boolean> {
  return withFile(await fs.open(path, 'r'), async (file) => {
    const end = await comparedUpTo(file, pieces, 0)
    return end !== undefined && (await endsAt(file, end))
  })
}

/** Compares what a file holds from one place on; answers where the pieces end, undefined where something differs. */
export async function comparedUpTo(
  file: OpenFile,
  pieces: readonly Uint8Array[],
  start: number,
): Promise<number | undefined> {
  const buffer = Buffer.allocUnsafe(CHUNK)
  let position = start
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const count = await file.read(buffer, 0, Math.min(CHUNK, piece.length - at), position)
      if (count === 0 || Buffer.compare(buffer.subarray(0, count), piece.subarray(at, at + count)) !== 0)
        return undefined
      at += count
      position += count
    }
  }
  return position
}

/** Whether a file has no more bytes than these. */
export async function endsAt(file: OpenFile, position: number): Promise<boolean> {
  return (await file.read(Buffer.allocUnsafe(1), 0, 1, position)) === 0
}

/** What a disk is told that does not keep what it was given. */
export function unfaithful(): Error {
  return systemError('READBACK', 'the disk gives back something else than was written')
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
