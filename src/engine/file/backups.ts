import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { errnoOf } from './file-problems.ts'
import type { FileHost } from './host.ts'
import { poolOf, prunePool, putBlob, writeList } from './blob-pool.ts'
import { type BlobSource, blobsIn } from './blob-source.ts'
import { writeLightGeneration } from './light-generation.ts'
import { hashContent } from './read-container.ts'
import { withFile } from './read-file.ts'
import { replaceFile, settleFolderOf } from './replace-file.ts'
import { copyToTemporary, removeQuietly } from './temporary-file.ts'

const RECENT = 10
const DAILY = 7
const WEEKLY = 4
const DAY = 24 * 60 * 60 * 1_000

/** When and what: `20260314-092653-589-0123456789abcdef.temoin`, in UTC. */
const NAME = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})-([0-9a-f]{16})\.temoin$/

/** One kept generation of a workspace. */
export type Backup = {
  readonly name: string
  readonly at: number
  /** The first 16 digits of the SHA-256 of the file. */
  readonly digest: string
}

/** The name of the backup of a file with this hash, made at this time. */
export function backupName(at: number, sha256: string): string {
  const time = new Date(at).toISOString().replace(/[-:]/g, '').replace('T', '-').replace('.', '-').replace('Z', '')
  return `${time}-${sha256.slice(0, 16)}.temoin`
}

/** Reads what a backup's name says, or undefined where it is something else. */
export function readBackupName(name: string): Backup | undefined {
  const match = NAME.exec(name)
  if (!match) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, milli = 0] = match.slice(1, 8).map(Number)
  return { name, at: Date.UTC(year, month - 1, day, hour, minute, second, milli), digest: match[8] ?? '' }
}

/** The backups in a folder, latest first; none where the folder is missing or cannot be read. */
export async function listBackups(host: FileHost, folder: string): Promise<readonly Backup[]> {
  const names = await host.fs.list(folder).catch(() => [])
  return names.flatMap((name) => readBackupName(name) ?? []).sort(latestFirst)
}

/**
 * Which backups have had their time: all but the latest ten, the latest of each of the last seven days that have one,
 * and the latest of each of the last four weeks that have one. Counted in days that have backups, so that a wrong clock
 * cannot make all of them old.
 */
export function outdatedBackups(backups: readonly Backup[]): readonly Backup[] {
  const sorted = [...backups].sort(latestFirst)
  const kept = new Set([
    ...sorted.slice(0, RECENT),
    ...latestOfEach(sorted, DAY).slice(0, DAILY),
    ...latestOfEach(sorted, 7 * DAY).slice(0, WEEKLY),
  ])
  return sorted.filter((backup) => !kept.has(backup))
}

/** A generation that was just kept. `sha256` is that of what the file said, as `hashContent` gives it. */
export type KeptBackup = { readonly path: string; readonly sha256: string }

/**
 * Keeps a file as it is, durably, in the folder of backups.
 *
 * Where the disk can give a file a second name, that is enough: the save that follows puts another file in its place
 * and leaves this one alone. Elsewhere, and on sticks above all, it is copied. Attachments are kept once for all
 * generations, in the pool beside them.
 */
export async function keepBackup(host: FileHost, path: string, folder: string): Promise<KeptBackup> {
  await host.fs.makeFolder(folder)
  const blobs = await blobsIn(host.fs, path)
  if (blobs.size > 0) {
    const kept = await keepLight(host, path, folder, [...blobs.values()])
    if (kept) return kept
  }
  const target = join(folder, `~${Buffer.from(host.randomBytes(4)).toString('hex')}.tmp`)
  const sha256 = (await linkBackup(host, path, target)) ?? (await copyBackup(host, path, target))
  const kept = join(folder, backupName(host.nowMillis(), sha256))
  try {
    await replaceFile(host, target, kept)
  } catch (error) {
    await removeQuietly(host.fs, target)
    throw error
  }
  await settleFolderOf(host, kept)
  return { path: kept, sha256 }
}

/**
 * Removes the backups that have had their time, and with them the attachments that nothing needs any more.
 *
 * @param attachments what the workspace itself needs, by hash
 */
export async function pruneBackups(host: FileHost, folder: string, attachments: readonly string[]): Promise<void> {
  const backups = await listBackups(host, folder)
  const outdated = new Set(outdatedBackups(backups))
  for (const { name } of outdated) await removeQuietly(host.fs, join(folder, name))
  if (outdated.size === 0) return
  const kept = backups.filter((backup) => !outdated.has(backup)).map(({ name }) => name)
  await prunePool(host, poolOf(folder), kept, attachments)
}

/** Undefined where the file has turned into one without attachments meanwhile. */
async function keepLight(
  host: FileHost,
  path: string,
  folder: string,
  blobs: readonly BlobSource[],
): Promise<KeptBackup | undefined> {
  const light = await writeLightGeneration(host, path, join(folder, 'new'))
  if (!light) return undefined
  try {
    // What is damaged in the file is in the pool already, or nowhere.
    for (const blob of blobs) await putBlob(host, poolOf(folder), blob)
    const name = backupName(host.nowMillis(), light.ownSha256)
    const hashes = blobs.map(({ sha256 }) => sha256)
    await writeList(host, poolOf(folder), name, hashes)
    const kept = join(folder, name)
    await replaceFile(host, light.path, kept)
    await settleFolderOf(host, kept)
    return { path: kept, sha256: light.sha256 }
  } catch (error) {
    await removeQuietly(host.fs, light.path)
    throw error
  }
}

/** Undefined where this disk, or the way between two disks, knows no second names. */
async function linkBackup({ fs }: FileHost, path: string, target: string): Promise<string | undefined> {
  try {
    await fs.link(path, target)
  } catch (error) {
    errnoOf(error)
    return undefined
  }
  try {
    const file = await fs.open(target, 'r')
    // Some systems do not sync what is open for reading; whoever wrote the file has then synced it, as we do.
    await withFile(file, () => file.sync().catch(() => undefined))
    return await hashContent(fs, target)
  } catch (error) {
    await removeQuietly(fs, target)
    throw error
  }
}

async function copyBackup(host: FileHost, path: string, target: string): Promise<string> {
  const copy = await copyToTemporary(host, path, target, { mode: 0o600 })
  await replaceFile(host, copy.path, target)
  return copy.sha256
}

function latestOfEach(sorted: readonly Backup[], span: number): readonly Backup[] {
  const latest = new Map<number, Backup>()
  for (const backup of sorted) {
    const slot = Math.floor(backup.at / span)
    if (!latest.has(slot)) latest.set(slot, backup)
  }
  return [...latest.values()]
}

function latestFirst(one: Backup, other: Backup): number {
  return other.at - one.at || (other.name < one.name ? -1 : 1)
}
