import { createHash } from 'node:crypto'
import type { Problem } from '../../core/problem.ts'
import { type BlobSource, readBlob } from './blob-source.ts'
import { type Blob, blobsStart, writeDirectory } from './container.ts'
import { errnoOf, readingProblem } from './file-problems.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import type { FileHost } from './host.ts'
import { CHUNK, chunksOf, withFile } from './read-file.ts'
import { makeSeal } from './seal.ts'
import {
  comparedUpTo,
  endsAt,
  finish,
  makeTemporary,
  removeQuietly,
  type Rights,
  unfaithful,
  writeAll,
} from './temporary-file.ts'

/** An attachment that is to follow the image, and where its bytes may be, best first. */
export type WantedBlob = { readonly sha256: string; readonly sources: readonly BlobSource[] }

/** A file that was written beside its target. */
export type Written = {
  readonly path: string
  readonly size: number
  /** Of what the file says, as `hashContent` gives it. */
  readonly sha256: string
  /** Attachments whose bytes could not be read whole from anywhere; the file does without them. */
  readonly lost: readonly string[]
}

/** Thrown where bytes can perhaps be read later: the file must then not be replaced by one without them. */
export class NotReadableNow extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * Writes an image and the attachments behind it beside `target`, makes it durable, and reads it back. The bytes of
 * attachments pass through in pieces, each blob held to its hash both ways. What cannot be finished is removed again.
 */
export async function writeContainer(
  host: FileHost,
  target: string,
  image: Uint8Array,
  wanted: readonly WantedBlob[],
  rights: Rights,
): Promise<Written> {
  const lost = new Set<string>()
  for (;;) {
    const whole = wanted.filter(({ sha256 }) => !lost.has(sha256))
    const start = whole.length === 0 ? image.length : blobsStart(image.length)
    const head = [image, ...zeros(start - image.length)]
    const { path, complete } = await makeTemporary(host, target, rights, async (file, path) => {
      await writePieces(file, head, 0)
      const blobs = await writeBlobs(host.fs, file, start, whole, lost)
      return { path, complete: blobs && (await completeFile(host.fs, file, { path, image, head, blobs, rights })) }
    })
    if (complete) return { path, ...complete, lost: [...lost] }
    // What was read of a blob before it broke off is in the file by now: begin again without it.
    await removeQuietly(host.fs, path)
  }
}

/** Undefined where one of them turned out to be lost. */
async function writeBlobs(
  fs: FileSystem,
  file: OpenFile,
  start: number,
  wanted: readonly WantedBlob[],
  lost: Set<string>,
): Promise<readonly Blob[] | undefined> {
  const blobs: Blob[] = []
  let position = start
  for (const { sha256, sources } of wanted) {
    const size = await writeBlob(fs, file, sources, position)
    if (size === undefined) lost.add(sha256)
    else {
      blobs.push({ sha256, size })
      position += size
    }
  }
  return blobs.length < wanted.length ? undefined : blobs
}

/** The size of the blob, or undefined where none of its sources has it whole. */
async function writeBlob(
  fs: FileSystem,
  file: OpenFile,
  sources: readonly BlobSource[],
  position: number,
): Promise<number | undefined> {
  let waiting: NotReadableNow | undefined
  for (const source of sources) {
    const tried = await tryBlob(fs, file, source, position)
    if (tried === 'written') return source.size
    if (tried instanceof NotReadableNow) waiting = tried
  }
  if (waiting) throw waiting
  return undefined
}

async function tryBlob(
  fs: FileSystem,
  file: OpenFile,
  source: BlobSource,
  position: number,
): Promise<'written' | 'damaged' | NotReadableNow> {
  let isWriting = false
  for (let attempt = 1; ; attempt += 1) {
    try {
      const isWhole = await readBlob(fs, source, async (chunk, offset) => {
        isWriting = true
        await writeAll(file, chunk, position + offset)
        isWriting = false
      })
      return isWhole ? 'written' : 'damaged'
    } catch (error) {
      if (isWriting) throw error
      const code = errnoOf(error)
      // A sector that cannot be read is damage once it is so a second time; a file that is held or away is not.
      if (code === 'EIO' && attempt === 1) continue
      return code === 'EIO' || code === 'ENOENT' ? 'damaged' : new NotReadableNow(readingProblem(error, source.path))
    }
  }
}

type Begun = {
  readonly path: string
  readonly image: Uint8Array
  /** The image and what lies between it and the blobs. */
  readonly head: readonly Uint8Array[]
  readonly blobs: readonly Blob[]
  readonly rights: Rights
}

async function completeFile(
  fs: FileSystem,
  file: OpenFile,
  { path, image, head, blobs, rights }: Begun,
): Promise<Pick<Written, 'size' | 'sha256'>> {
  const directory = writeDirectory(blobs)
  const { seal, sha256 } = await makeSeal(image, directory)
  const start = head.reduce((sum, piece) => sum + piece.length, 0)
  const end = blobs.reduce((at, { size }) => at + size, start)
  const size = await writePieces(file, [directory, seal], end)
  await finish(file, rights)
  const isFaithful = await withFile(await fs.open(path, 'r'), async (written) => {
    if ((await comparedUpTo(written, head, 0)) !== start) return false
    if (!(await holdsBlobs(written, blobs, start))) return false
    return (await comparedUpTo(written, [directory, seal], end)) === size && (await endsAt(written, size))
  })
  if (!isFaithful) throw unfaithful()
  return { size, sha256 }
}

async function writePieces(file: OpenFile, pieces: readonly Uint8Array[], start: number): Promise<number> {
  let position = start
  for (const piece of pieces) {
    await writeAll(file, piece, position)
    position += piece.length
  }
  return position
}

/** Nothing of what was on the disk before may shine through between image and blobs. */
function* zeros(length: number): Generator<Uint8Array> {
  const chunk = new Uint8Array(Math.min(CHUNK, length))
  for (let at = 0; at < length; at += CHUNK) yield chunk.subarray(0, Math.min(CHUNK, length - at))
}

async function holdsBlobs(file: OpenFile, blobs: readonly Blob[], start: number): Promise<boolean> {
  let at = start
  for (const { sha256, size } of blobs) {
    const hash = createHash('sha256')
    for await (const chunk of chunksOf(file, { start: at, end: at + size })) hash.update(chunk)
    if (hash.digest('hex') !== sha256) return false
    at += size
  }
  return true
}
