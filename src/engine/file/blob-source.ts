import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Blob } from './container.ts'
import { errnoOf } from './file-problems.ts'
import type { FileSystem } from './file-system.ts'
import { outlineOf } from './read-container.ts'
import { chunksOf, withFile } from './read-file.ts'

/** A place where the bytes of an attachment should be. */
export type BlobSource = Blob & { readonly path: string; readonly at: number }

/** Every blob of a workspace file, by hash; none where it has none, is not there, or is not whole. */
export async function blobsIn(fs: FileSystem, path: string): Promise<ReadonlyMap<string, BlobSource>> {
  try {
    const { size } = await fs.stat(path)
    const outline = await withFile(await fs.open(path, 'r'), (file) => outlineOf(file, size))
    return new Map((outline?.blobs ?? []).map((blob) => [blob.sha256, { ...blob, path }]))
  } catch (error) {
    errnoOf(error)
    return new Map()
  }
}

/** Where the pool of a workspace keeps a blob. */
export function poolPath(pool: string, sha256: string): string {
  return join(pool, sha256)
}

/** A blob in a pool; undefined where it is not there. */
export async function blobInPool(fs: FileSystem, pool: string, sha256: string): Promise<BlobSource | undefined> {
  const path = poolPath(pool, sha256)
  try {
    const { kind, size } = await fs.stat(path)
    return kind === 'file' ? { sha256, size, path, at: 0 } : undefined
  } catch (error) {
    errnoOf(error)
    return undefined
  }
}

/**
 * Reads a blob piece by piece and says at the end whether the pieces were what they should be. Nothing may be made of
 * them before.
 */
export async function readBlob(
  fs: FileSystem,
  { path, at, size, sha256 }: BlobSource,
  take: (chunk: Uint8Array, offset: number) => Promise<void>,
): Promise<boolean> {
  const hash = createHash('sha256')
  let offset = 0
  await withFile(await fs.open(path, 'r'), async (file) => {
    for await (const chunk of chunksOf(file, { start: at, end: at + size })) {
      hash.update(chunk)
      await take(chunk, offset)
      offset += chunk.length
    }
  })
  return offset === size && hash.digest('hex') === sha256
}
