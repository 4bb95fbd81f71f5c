import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { isSha256 } from '../../core/model/attachment.ts'
import { type BlobSource, blobInPool, poolPath } from './blob-source.ts'
import { errnoOf } from './file-problems.ts'
import type { FileHost } from './host.ts'
import { readFile } from './read-file.ts'
import { replaceFile, settleFolderOf } from './replace-file.ts'
import { copyToTemporary, removeQuietly, type TemporaryCopy, writeTemporary } from './temporary-file.ts'

const LIST_END = '.list'
const PRIVATE = { mode: 0o600 }
/** What was put into a pool shortly before may belong to a change that is still being made. */
const FRESH = 24 * 60 * 60 * 1_000

/** The pool of a workspace, beside its generations: every attachment once, by hash, however many of them name it. */
export function poolOf(backups: string): string {
  return join(backups, 'blobs')
}

/** Puts bytes into a pool, durably; answers with their hash. */
export async function putBytes(host: FileHost, pool: string, bytes: Uint8Array, sha256: string): Promise<void> {
  if ((await blobInPool(host.fs, pool, sha256))?.size === bytes.length) return
  await host.fs.makeFolder(pool)
  const path = await writeTemporary(host, join(pool, 'new'), [bytes], PRIVATE)
  await keep(host, pool, { path, sha256 })
}

/** Puts what a file holds into a pool, piece by piece; answers with its hash and size. */
export async function putFile(
  host: FileHost,
  pool: string,
  path: string,
): Promise<{ readonly sha256: string; readonly size: number }> {
  await host.fs.makeFolder(pool)
  const copy = await copyToTemporary(host, path, join(pool, 'new'), PRIVATE)
  const { size } = await host.fs.stat(copy.path)
  await keep(host, pool, copy)
  return { sha256: copy.sha256, size }
}

/** Puts a blob of a workspace file into a pool, unless it is there; false where the file has it no longer whole. */
export async function putBlob(host: FileHost, pool: string, blob: BlobSource): Promise<boolean> {
  if ((await blobInPool(host.fs, pool, blob.sha256))?.size === blob.size) return true
  await host.fs.makeFolder(pool)
  const range = { start: blob.at, end: blob.at + blob.size }
  const copy = await copyToTemporary(host, blob.path, join(pool, 'new'), PRIVATE, range)
  if (copy.sha256 === blob.sha256) await keep(host, pool, copy)
  else await removeQuietly(host.fs, copy.path)
  return copy.sha256 === blob.sha256
}

/** Takes note of the attachments that one generation needs, before the generation itself gets its name. */
export async function writeList(
  host: FileHost,
  pool: string,
  generation: string,
  hashes: readonly string[],
): Promise<void> {
  await host.fs.makeFolder(pool)
  const target = join(pool, `${generation}${LIST_END}`)
  const path = await writeTemporary(host, target, [Buffer.from(`${hashes.join('\n')}\n`)], PRIVATE)
  await replaceFile(host, path, target)
}

/**
 * Removes the attachments that neither the workspace nor any of the generations needs, and the lists of generations
 * that are gone. Where one of the lists cannot be read, everything stays.
 */
export async function prunePool(
  host: FileHost,
  pool: string,
  generations: readonly string[],
  needed: readonly string[],
): Promise<void> {
  const names = await host.fs.list(pool).catch(() => [])
  const kept = new Set(generations.map((name) => `${name}${LIST_END}`))
  const keep = new Set(needed)
  for (const name of names.filter((entry) => entry.endsWith(LIST_END))) {
    if (!kept.has(name)) await removeQuietly(host.fs, join(pool, name))
    else {
      const list = await readFile(host.fs, join(pool, name))
      if (!list.ok) return
      for (const sha256 of Buffer.from(list.value.bytes).toString('latin1').split('\n')) keep.add(sha256)
    }
  }
  for (const name of names) if (isSha256(name) && !keep.has(name)) await removeOld(host, poolPath(pool, name))
}

async function removeOld(host: FileHost, path: string): Promise<void> {
  const stat = await host.fs.stat(path).catch(() => undefined)
  if (stat && host.nowMillis() - Number(stat.modified) / 1_000_000 > FRESH) await removeQuietly(host.fs, path)
}

async function keep(host: FileHost, pool: string, { path, sha256 }: TemporaryCopy): Promise<void> {
  const target = poolPath(pool, sha256)
  try {
    await replaceFile(host, path, target)
  } catch (error) {
    await removeQuietly(host.fs, path)
    errnoOf(error)
    throw error
  }
  await settleFolderOf(host, target)
}
