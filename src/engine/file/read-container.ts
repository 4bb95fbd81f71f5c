import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { readImageHeader } from '../../storage/image.ts'
import { COUNT_LENGTH, ENTRY_LENGTH, lengthOfFile, type PlacedBlob, placeBlobs, readDirectory } from './container.ts'
import type { FileStat, FileSystem, OpenFile } from './file-system.ts'
import { chunksOf, isSameState, readExactly, whyUnreadable, withFile } from './read-file.ts'
import { isSealed, isSealOf, makeSeal, SEAL_LENGTH } from './seal.ts'

/** Where things are in a workspace file with attachments. Says nothing about whether any of them is right. */
export type Outline = {
  readonly imageLength: number
  readonly blobs: readonly PlacedBlob[]
  /** Where the directory begins: from there to the end, and the image, is what the seal vouches for. */
  readonly tailStart: number
}

/** What opening needs of a file with attachments: everything but their bytes. */
export type Container = {
  readonly image: Uint8Array
  readonly blobs: readonly PlacedBlob[]
  readonly stat: FileStat
  /** Of image, directory and seal: what tells one content from another without reading the attachments. */
  readonly sha256: string
  /** Whether the seal is that of what it stands behind. */
  readonly isRight: boolean
}

/** Longer images SQLite cannot hold in memory. */
const LONGEST_IMAGE = 2_000_000_000
const HEADER_LENGTH = 100
const ATTEMPTS = 3

/** Reads how a file is laid out that has attachments; undefined for one that has none, or is no workspace, or not whole. */
export async function outlineOf(file: OpenFile, size: number): Promise<Outline | undefined> {
  const start = await readExactly(file, 0, Math.min(HEADER_LENGTH, size))
  const header = start && readImageHeader(start)
  if (!header?.regular) return undefined
  const imageLength = header.pageSize * header.pageCount
  const end = COUNT_LENGTH + SEAL_LENGTH
  if (imageLength > LONGEST_IMAGE || size < imageLength + end + ENTRY_LENGTH) return undefined
  const tail = await readExactly(file, size - end, end)
  if (!tail || !isSealed(tail)) return undefined
  const count = Number(Buffer.from(tail).readBigUInt64BE(0))
  if (count < 1 || count > (size - imageLength - end) / ENTRY_LENGTH) return undefined
  const tailStart = size - end - count * ENTRY_LENGTH
  const directory = await readExactly(file, tailStart, count * ENTRY_LENGTH)
  const blobs = directory && readDirectory(directory)
  if (!blobs || lengthOfFile(imageLength, blobs) !== size) return undefined
  return { imageLength, blobs: placeBlobs(imageLength, blobs), tailStart }
}

/** Reads a file with attachments without their bytes; undefined where it is not laid out as one. */
export async function readContainer(fs: FileSystem, path: string): Promise<Outcome<Container | undefined>> {
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const stat = await fs.stat(path)
      if (stat.kind !== 'file') return done(undefined)
      const found = await withFile(await fs.open(path, 'r'), (file) => readLaidOut(file, stat))
      if (isSameState(stat, await fs.stat(path))) return done(found)
    }
    return refused({ code: 'file-not-available', path, reason: 'EBUSY' })
  } catch (error) {
    return refused(await whyUnreadable(fs, error, path))
  }
}

async function readLaidOut(file: OpenFile, stat: FileStat): Promise<Container | undefined> {
  const outline = await outlineOf(file, stat.size)
  if (!outline) return undefined
  const { imageLength, blobs, tailStart } = outline
  const image = await readExactly(file, 0, imageLength)
  const tail = image && (await readExactly(file, tailStart, stat.size - tailStart))
  if (!tail) return undefined
  const { seal, sha256 } = await makeSeal(image, tail.subarray(0, -SEAL_LENGTH))
  return { image, blobs, stat, sha256, isRight: isSealOf(tail, seal) }
}

/**
 * SHA-256 of what a file says: of all of it, or where attachments follow the image, of everything but their bytes, which
 * the directory names by their own hashes.
 */
export async function hashContent(fs: FileSystem, path: string): Promise<string> {
  const { size } = await fs.stat(path)
  return withFile(await fs.open(path, 'r'), async (file) => {
    const outline = await outlineOf(file, size)
    const hash = createHash('sha256')
    const ranges = outline ? [{ start: 0, end: outline.imageLength }, { start: outline.tailStart }] : [{ start: 0 }]
    for (const range of ranges) for await (const chunk of chunksOf(file, range)) hash.update(chunk)
    return hash.digest('hex')
  })
}
