import { Buffer } from 'node:buffer'
import { createHash, type Hash } from 'node:crypto'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { readingProblem } from './file-problems.ts'
import type { FileStat, FileSystem, OpenFile } from './file-system.ts'

/** Bytes taken at a time, so that nothing else waits long for its turn. */
export const CHUNK = 1 << 20

/** Larger files cannot be a workspace: SQLite in memory stops at two gigabytes. */
const LONGEST = 2_000_000_000
/** How often a file that changes while it is read is read again. */
const ATTEMPTS = 3

/** A file's bytes, and what it looked like while they were read. */
export type WholeFile = { readonly bytes: Uint8Array; readonly stat: FileStat }

/** Reads a whole file, and reads it again where somebody wrote to it meanwhile. */
export async function readFile(fs: FileSystem, path: string): Promise<Outcome<WholeFile>> {
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await fs.stat(path)
      if (before.kind !== 'file') return refused({ code: 'file-unreadable', path, reason: 'EISDIR' })
      if (before.size > LONGEST) return refused({ code: 'file-unreadable', path, reason: 'EFBIG' })
      const bytes = await readBytes(fs, path, before.size)
      if (bytes && isSameState(before, await fs.stat(path))) return done({ bytes, stat: before })
    }
    // It says that it is longer than what it gives, or somebody does not stop writing.
    return refused({ code: 'file-not-available', path, reason: 'EBUSY' })
  } catch (error) {
    return refused(await whyUnreadable(fs, error, path))
  }
}

/**
 * Why a file could not be read: some cloud clients list one and, offline, open it as if it were not there.
 *
 * @param name what people call the file, where that is a link to it
 */
export async function whyUnreadable(fs: FileSystem, error: unknown, path: string, name = path): Promise<Problem> {
  const problem = readingProblem(error, name)
  if (problem.code !== 'file-missing') return problem
  const isListed = await fs.stat(path).then(
    ({ kind }) => kind === 'file',
    () => false,
  )
  return isListed ? { code: 'file-not-available', path: name, reason: 'ENOENT' } : problem
}

/** Whether a file has not been touched between two looks at it. */
export function isSameState(one: FileStat, other: FileStat): boolean {
  return one.size === other.size && one.modified === other.modified && one.inode === other.inode
}

/** SHA-256 of what a file holds, as it is read from the disk. */
export async function hashFile(fs: FileSystem, path: string): Promise<string> {
  const hash = createHash('sha256')
  await withFile(await fs.open(path, 'r'), async (file) => {
    for await (const chunk of chunksOf(file)) hash.update(chunk)
  })
  return hash.digest('hex')
}

/** Does something with an open file and closes it, whatever happens. */
export async function withFile<T>(file: OpenFile, act: (file: OpenFile) => Promise<T>): Promise<T> {
  try {
    return await act(file)
  } finally {
    await file.close().catch(() => undefined)
  }
}

/** A stretch of a file; to its end where nothing else is said. */
export type Range = { readonly start: number; readonly end?: number }

/** The bytes of a file, or of a stretch of it, piece by piece. A piece is only good until the next one. */
export async function* chunksOf(file: OpenFile, { start, end }: Range = { start: 0 }): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK)
  for (let position = start; ; ) {
    const count = await file.read(buffer, 0, end === undefined ? CHUNK : Math.min(CHUNK, end - position), position)
    if (count === 0) return
    yield buffer.subarray(0, count)
    position += count
    if (position === end) return
  }
}

/** So many bytes from one place of a file; undefined where it ends before. */
export async function readExactly(file: OpenFile, start: number, length: number): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(length)
  let read = 0
  while (read < length) {
    const count = await file.read(bytes, read, Math.min(CHUNK, length - read), start + read)
    if (count === 0) return undefined
    read += count
  }
  return bytes
}

/** Adds bytes to a hash in pieces, giving others a turn in between. */
export async function hashInPieces(hash: Hash, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    hash.update(bytes.subarray(at, at + CHUNK))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

/** Undefined where the file turned out shorter or longer than it said. */
async function readBytes(fs: FileSystem, path: string, size: number): Promise<Uint8Array | undefined> {
  return withFile(await fs.open(path, 'r'), (file) => readExactly(file, 0, size))
}
