import { dirname } from 'node:path'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { type KeptBackup, keepBackup, pruneBackups } from './backups.ts'
import { poolOf } from './blob-pool.ts'
import { isOnStick, keepCompanion } from './companion.ts'
import { errnoOf, readingProblem, writingProblem } from './file-problems.ts'
import type { FileStat } from './file-system.ts'
import type { FileHost } from './host.ts'
import { blobInPool, type BlobSource, blobsIn } from './blob-source.ts'
import { type Blob, lengthOfFile } from './container.ts'
import { hashContent } from './read-container.ts'
import { isSameState, whyUnreadable } from './read-file.ts'
import { type Fingerprint, realPathOf } from './read-workspace-file.ts'
import { replaceFile, settleFolderOf } from './replace-file.ts'
import { inTurn } from './save-lock.ts'
import { removeQuietly } from './temporary-file.ts'
import { NotReadableNow, type WantedBlob, writeContainer, type Written } from './write-container.ts'

/** What a save goes by. */
export type SaveOptions = {
  /** What the file looked like when it was last read or written; null for a file that must not be there yet. */
  readonly expected: Fingerprint | null
  /** The folder for earlier generations of this workspace, and for its pool of attachments. */
  readonly backups: string
  /** The attachments that belong into the file, in their order. */
  readonly attachments?: readonly ExpectedBlob[]
  /** Other files of the workspace that may hold attachments; the file itself and the pool are looked at anyway. */
  readonly from?: readonly string[]
}

/** An attachment that belongs into a file. */
export type ExpectedBlob = {
  readonly sha256: string
  /** Goes into the file only where it is in it already: light copies do without what they came without. */
  readonly onlyIfThere?: boolean
}

/** A save that is on the disk. */
export type Saved = {
  readonly fingerprint: Fingerprint
  /** Where the generation before it is kept; null where there was none, or where it could not be kept. */
  readonly backup: string | null
  /** Why the generation before it could not be kept. The save itself is safe. */
  readonly warning: Problem | null
  /** Attachments that were to be had before and now are not, because their bytes are damaged wherever they lie. */
  readonly lost: readonly string[]
}

/** The rights a workspace file begins with: testimonies are for whoever was given them. */
const PRIVATE = 0o600

/**
 * Saves a workspace over its file so that at every moment, whatever fails, the old file or the new one is there, whole.
 *
 * The file must still look like `expected`: where somebody else has written it meanwhile, the answer is
 * `file-changed-on-disk`, and the caller merges before it saves again. Where it is gone, the answer is `file-missing`:
 * nothing is put in the place of a stick that was pulled out.
 */
export function saveWorkspaceFile(
  host: FileHost,
  path: string,
  image: Uint8Array,
  options: SaveOptions,
): Promise<Outcome<Saved>> {
  return inTurn(host, options.backups, () => saveInTurn(host, path, image, options))
}

async function saveInTurn(
  host: FileHost,
  path: string,
  image: Uint8Array,
  options: SaveOptions,
): Promise<Outcome<Saved>> {
  const { expected, backups } = options
  const target = await realPathOf(host, path)
  const before = await checkTarget(host, target, path, expected)
  if (!before.ok) return before
  const wanted = await findBlobs(host, target, options)
  const tight = await checkSpace(host, target, lengthOfFile(image.length, wanted.map(largest)), path)
  if (tight) return refused(tight)

  let written: Written
  try {
    const finalMode = before.value ? { finalMode: before.value.mode } : {}
    written = await writeContainer(host, target, image, wanted, { mode: PRIVATE, ...finalMode })
  } catch (error) {
    return refused(error instanceof NotReadableNow ? error.problem : writingProblem(error, path))
  }
  const { path: temporary, sha256, size, lost } = written

  const generation = await keepGeneration(host, target, path, expected, backups)
  if (!generation.ok) {
    await removeQuietly(host.fs, temporary)
    return generation
  }
  const { kept, warning } = generation.value
  if (expected && (kept === null || (await isOnStick(host, target)))) {
    // That it cannot be kept here either stops nobody: the warning says already what was not kept.
    await keepCompanion(host, target).catch(errnoOf)
  }
  try {
    const now = await stateOf(host, target)
    if (!isUntouched(before.value, now)) {
      await abandon(host, temporary, kept)
      return refused({ code: now ? 'file-changed-on-disk' : 'file-missing', path })
    }
    await replaceFile(host, temporary, target)
  } catch (error) {
    await abandon(host, temporary, kept)
    return refused(writingProblem(error, path))
  }

  // From here on the new file is in place: whatever fails now must not be told as a save that failed.
  await settleFolderOf(host, target)
  const hashes = (options.attachments ?? []).map(({ sha256: blob }) => blob)
  await pruneBackups(host, backups, hashes)
  const fingerprint = { sha256, ...(await lookAt(host, target, size)) }
  return done({ fingerprint, backup: kept?.path ?? null, warning, lost })
}

/**
 * Where the bytes of each attachment may be: in the file as it is, in the pool, in other copies. One that is nowhere is
 * no matter for a save: its row says that it is missing.
 */
async function findBlobs(
  host: FileHost,
  target: string,
  { expected, attachments = [], backups, from = [] }: SaveOptions,
): Promise<readonly WantedBlob[]> {
  if (attachments.length === 0) return []
  const there = expected ? await blobsIn(host.fs, target) : new Map<string, BlobSource>()
  const others = await Promise.all(from.map((path) => blobsIn(host.fs, path)))
  const wanted: WantedBlob[] = []
  for (const { sha256, onlyIfThere = false } of attachments) {
    const here = there.get(sha256)
    if (onlyIfThere && !here) continue
    const pooled = await blobInPool(host.fs, poolOf(backups), sha256)
    const sources = [here, pooled, ...others.map((other) => other.get(sha256))].filter((source) => source !== undefined)
    if (sources.length > 0) wanted.push({ sha256, sources })
  }
  return wanted
}

function largest({ sha256, sources }: WantedBlob): Blob {
  return { sha256, size: Math.max(...sources.map(({ size }) => size)) }
}

/** The state of the file that is to be replaced, null where there is none and none is expected. */
async function checkTarget(
  host: FileHost,
  target: string,
  path: string,
  expected: Fingerprint | null,
): Promise<Outcome<FileStat | null>> {
  try {
    const now = await stateOf(host, target)
    if (!expected) return now ? refused({ code: 'file-exists', path }) : done(null)
    if (!now) return refused({ code: 'file-missing', path })
    if (now.kind !== 'file') return refused({ code: 'file-unreadable', path, reason: 'EISDIR' })
    if (isSameState(now, { ...now, ...expected })) return done(now)
    // A sync client may have touched the file without changing it.
    const same = now.size === expected.size && (await hashContent(host.fs, target)) === expected.sha256
    return same ? done(now) : refused({ code: 'file-changed-on-disk', path })
  } catch (error) {
    return refused(readingProblem(error, path))
  }
}

/** Undefined where there is nothing; throws where that cannot be known. */
async function stateOf(host: FileHost, target: string): Promise<FileStat | undefined> {
  try {
    return await host.fs.stat(target)
  } catch (error) {
    if (readingProblem(error, target).code === 'file-missing') return undefined
    throw error
  }
}

function isUntouched(before: FileStat | null, now: FileStat | undefined): boolean {
  return before && now ? isSameState(before, now) : !before && !now
}

/** Asked before anything is written, so that a full stick is told at once. A disk that cannot say is simply tried. */
async function checkSpace(host: FileHost, target: string, size: number, path: string): Promise<Problem | undefined> {
  const free = await host.fs.freeBytes(dirname(target)).catch(() => Number.POSITIVE_INFINITY)
  return free < size ? { code: 'disk-full', path } : undefined
}

type Generation = { readonly kept: KeptBackup | null; readonly warning: Problem | null }

/**
 * Keeps the file that is about to be replaced. That it cannot be kept (the disk with the backups is full, say) is told
 * but does not stop the save: the person's work is worth more than its previous state. That it is no longer the file
 * that was expected does stop it.
 */
async function keepGeneration(
  host: FileHost,
  target: string,
  path: string,
  expected: Fingerprint | null,
  backups: string,
): Promise<Outcome<Generation>> {
  if (!expected) return done({ kept: null, warning: null })
  let kept: KeptBackup | null = null
  let warning: Problem | null = null
  try {
    kept = await keepBackup(host, target, backups)
  } catch (error) {
    warning = { code: 'backup-not-kept', path, reason: errnoOf(error) }
  }
  try {
    const sha256 = kept?.sha256 ?? (await hashContent(host.fs, target))
    if (sha256 === expected.sha256) return done({ kept, warning })
  } catch (error) {
    return refused(await whyUnreadable(host.fs, error, target, path))
  }
  if (kept) await removeQuietly(host.fs, kept.path)
  return refused({ code: 'file-changed-on-disk', path })
}

/** A generation that was not replaced after all is still the file itself, perhaps under a second name. */
async function abandon(host: FileHost, temporary: string, kept: KeptBackup | null): Promise<void> {
  await removeQuietly(host.fs, temporary)
  if (kept) await removeQuietly(host.fs, kept.path)
}

/** Where even this fails, the next save finds that nothing matches and compares the content. */
async function lookAt(host: FileHost, target: string, size: number): Promise<Omit<Fingerprint, 'sha256'>> {
  return host.fs.stat(target).then(
    ({ size: found, modified, inode }) => ({ size: found, modified, inode }),
    () => ({ size, modified: '', inode: '' }),
  )
}
