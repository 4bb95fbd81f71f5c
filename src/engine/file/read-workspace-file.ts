import { dirname } from 'node:path'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { readImageHeader, SHORTEST_IMAGE, startsLikeSqlite } from '../../storage/image.ts'
import { APPLICATION_ID } from '../../storage/schema/schema.ts'
import type { PlacedBlob } from './container.ts'
import { readingProblem } from './file-problems.ts'
import type { FileStat } from './file-system.ts'
import type { FileHost } from './host.ts'
import { type Container, hashContent, readContainer } from './read-container.ts'
import { readFile } from './read-file.ts'
import { imageOf, isSealed, isSealOf, makeSeal, SEAL_LENGTH } from './seal.ts'

/** What a file looked like when it was last read or written: a save goes ahead only while it still looks like that. */
export type Fingerprint = Pick<FileStat, 'size' | 'modified' | 'inode'> & {
  /** Of the whole file, seal included; of attachments only what their directory says. */
  readonly sha256: string
}

/** A workspace file that is whole. What its image holds has still to be looked at (`openStore`). */
export type WorkspaceFile = {
  readonly image: Uint8Array
  /** The attachments whose bytes are in the file. Each is held to its hash only when it is read. */
  readonly blobs: readonly PlacedBlob[]
  readonly fingerprint: Fingerprint
  /** The file or its folder cannot be written to. */
  readonly readOnly: boolean
}

/**
 * Reads a workspace file and makes sure that it is one, complete and unaltered.
 *
 * A file from another version passes: what to do with it is for `openStore` to say. A file that cannot be read now is
 * never taken for an empty one.
 */
export async function readWorkspaceFile(host: FileHost, path: string): Promise<Outcome<WorkspaceFile>> {
  const container = await readContainer(host.fs, path)
  if (!container.ok) return container
  const read = container.value ? checkContainer(container.value, path) : await readPlainFile(host, path)
  if (!read.ok) return read
  const { image, blobs, sha256, stat } = read.value
  const { size, modified, inode } = stat
  const readOnly = !(await canReplace(host, path))
  return done({ image, blobs, fingerprint: { sha256, size, modified, inode }, readOnly })
}

type Contents = Omit<Container, 'isRight'>

function checkContainer(container: Container, path: string): Outcome<Contents> {
  if (readImageHeader(container.image)?.applicationId !== APPLICATION_ID)
    return refused({ code: 'not-a-workspace', path })
  return container.isRight ? done(container) : refused({ code: 'workspace-damaged', path, what: 'checksum' })
}

/** A file without attachments, and whatever else somebody may take for a workspace. */
async function readPlainFile(host: FileHost, path: string): Promise<Outcome<Contents>> {
  const read = await readFile(host.fs, path)
  if (!read.ok) return read
  const { bytes, stat } = read.value
  const image = imageOf(bytes)
  const { seal, sha256 } = await makeSeal(image)
  const problem = whatIsWrong(bytes, image, seal, path)
  return problem ? refused(problem) : done({ image, blobs: [], sha256, stat })
}

/** A save needs to make a file beside this one, and a file that is marked read-only is meant to stay as it is. */
async function canReplace({ fs }: FileHost, path: string): Promise<boolean> {
  try {
    return (await fs.canWrite(path)) && (await fs.canWrite(dirname(await fs.realPath(path))))
  } catch {
    return false
  }
}

/** What any file looks like now, be it a workspace or not: for those who are told to replace it all the same. */
export async function takeFingerprint(host: FileHost, path: string): Promise<Outcome<Fingerprint>> {
  try {
    const { kind, size, modified, inode } = await host.fs.stat(path)
    if (kind !== 'file') return refused({ code: 'file-unreadable', path, reason: 'EISDIR' })
    return done({ sha256: await hashContent(host.fs, path), size, modified, inode })
  } catch (error) {
    return refused(readingProblem(error, path))
  }
}

/** Whether there is something by this name, be it readable or not. */
export async function fileExists(host: FileHost, path: string): Promise<boolean> {
  return host.fs.stat(path).then(
    () => true,
    () => false,
  )
}

/** The path behind links, or the path itself where there is nothing yet. */
export async function realPathOf(host: FileHost, path: string): Promise<string> {
  return host.fs.realPath(path).catch(() => path)
}

function isNothingButZeros(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes.every((byte) => byte === 0)
}

/**
 * From the outside in: what only looks like damage (another program's database, a text) must not be called damaged, and
 * what is damaged must not be called another program's.
 */
function whatIsWrong(bytes: Uint8Array, image: Uint8Array, seal: Uint8Array, path: string): Problem | undefined {
  if (bytes.length === 0) return { code: 'file-empty', path }
  // Room that was made for a file whose bytes have not come yet, or, after a power cut, never will.
  if (isNothingButZeros(bytes)) return { code: 'file-not-available', path, reason: 'ENODATA' }
  const header = readImageHeader(image)
  const sealed = isSealed(bytes)
  if (sealed && isSealOf(bytes, seal)) {
    if (!header || header.applicationId !== APPLICATION_ID) return { code: 'not-a-workspace', path }
    if (header.pageSize * header.pageCount !== image.length) return { code: 'workspace-damaged', path, what: 'length' }
    return undefined
  }
  if (!startsLikeSqlite(bytes)) {
    // A power cut can leave a file of the right length whose first sectors were never written.
    const lostItsBeginning = sealed || bytes.subarray(0, SHORTEST_IMAGE).every((byte) => byte === 0)
    return lostItsBeginning ? { code: 'workspace-damaged', path, what: 'header' } : { code: 'not-a-workspace', path }
  }
  if (header && header.applicationId !== APPLICATION_ID && !sealed) return { code: 'not-a-workspace', path }
  const length = header ? header.pageSize * header.pageCount : 0
  const isWhole = bytes.length === length || bytes.length === length + SEAL_LENGTH
  return { code: 'workspace-damaged', path, what: isWhole ? 'checksum' : 'length' }
}
