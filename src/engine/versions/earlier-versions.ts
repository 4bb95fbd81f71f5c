import { basename, join } from 'node:path'
import { done, type Outcome, refused } from '../../core/problem.ts'
import type { EarlierVersion, VersionContent } from '../../ipc/shapes.ts'
import type { EngineEnvironment } from '../environment.ts'
import { keepBackup, listBackups } from '../file/backups.ts'
import { companionOf } from '../file/companion.ts'
import { countIn, salvageFile } from '../file/check-workspace-file.ts'
import { writingProblem } from '../file/file-problems.ts'
import { findLeftovers } from '../file/leftovers.ts'
import { fileExists, readWorkspaceFile, realPathOf } from '../file/read-workspace-file.ts'
import { replaceFile, settleFolderOf } from '../file/replace-file.ts'
import { copyToTemporary, removeQuietly } from '../file/temporary-file.ts'
import { openImage } from '../open-image.ts'
import { knownWorkspaceOf } from './known-files.ts'

/** An earlier version, and where it lies. */
export type FoundVersion = EarlierVersion & { readonly path: string }

/** Where everything goes whose workspace nobody knows any more. */
const NAMELESS = 'nameless'

/**
 * Every earlier state of a workspace file that is still on this computer, latest first: backups in the app's own folder,
 * the one beside the file, and what a save that was killed left behind. None of them has been looked into.
 */
export async function earlierVersions(environment: EngineEnvironment, path: string): Promise<readonly FoundVersion[]> {
  const folder = await backupsOf(environment, path)
  const target = await realPathOf(environment.host, path)
  const backups = (await listBackups(environment.host, folder)).map(({ name, at }) => ({
    kind: 'backup' as const,
    path: join(folder, name),
    at,
  }))
  const beside = [companionOf(target)].map((file) => ({ kind: 'beside' as const, path: file, at: undefined }))
  const leftovers = (await findLeftovers(environment.host, path)).map((file) => ({
    kind: 'leftover' as const,
    path: file,
    at: undefined,
  }))
  const found = await Promise.all(
    [...backups, ...beside, ...leftovers].map(async ({ kind, path: file, at }) => {
      const stat = await environment.host.fs.stat(file).catch(() => undefined)
      if (stat?.kind !== 'file') return []
      const moment = at ?? Math.floor(Number(stat.modified) / 1_000_000)
      return [{ id: `${kind}/${basename(file)}`, kind, at: moment, bytes: stat.size, path: file }]
    }),
  )
  return found.flat().sort((one, other) => other.at - one.at)
}

/** What is in an earlier version, once it was looked at as any other file; a problem where it is no good. */
export async function lookInto(
  environment: EngineEnvironment,
  path: string,
  id: string,
): Promise<Outcome<VersionContent>> {
  const version = await findVersion(environment, path, id)
  if (!version.ok) return version
  const read = await readWorkspaceFile(environment.host, version.value.path)
  const opened = read.ok ? await openImage(environment, read.value.image, version.value.path) : read
  if (!opened.ok) return opened
  const counts = countIn(opened.value.store)
  opened.value.store.close()
  return done(counts)
}

/** Puts an earlier version where the person says, as a file like any other. The version itself stays where it is. */
export async function takeOutVersion(
  environment: EngineEnvironment,
  path: string,
  id: string,
  to: string,
): Promise<Outcome<null>> {
  const { host } = environment
  const good = await lookInto(environment, path, id)
  const version = await findVersion(environment, path, id)
  if (!good.ok) return good
  if (!version.ok) return version
  const way = await makeWay(environment, path, to)
  if (!way.ok) return way
  const target = await realPathOf(host, to)
  let temporary: string | undefined
  try {
    temporary = (await copyToTemporary(host, version.value.path, target, { mode: 0o600 })).path
    await replaceFile(host, temporary, target)
  } catch (error) {
    if (temporary !== undefined) await removeQuietly(host.fs, temporary)
    return refused(writingProblem(error, to))
  }
  await settleFolderOf(host, target)
  return done(null)
}

/**
 * Keeps whatever stands where a file is to go, be it damaged or not: it may be all that is left of somebody's work.
 * Where it cannot be kept, nothing goes there.
 */
export async function makeWay(environment: EngineEnvironment, path: string, to: string): Promise<Outcome<null>> {
  const { host } = environment
  if (!(await fileExists(host, to))) return done(null)
  try {
    await keepBackup(host, await realPathOf(host, to), await backupsOf(environment, path))
    return done(null)
  } catch (error) {
    return refused(writingProblem(error, to))
  }
}

async function findVersion(environment: EngineEnvironment, path: string, id: string): Promise<Outcome<FoundVersion>> {
  const found = (await earlierVersions(environment, path)).find((version) => version.id === id)
  return found ? done(found) : refused({ code: 'file-missing', path: basename(id) })
}

/** By its path, or, where it was never opened on this computer, by what can still be read in it. */
async function backupsOf(environment: EngineEnvironment, path: string): Promise<string> {
  const id =
    (await knownWorkspaceOf(environment, path)) ?? (await salvageFile(environment, path))?.header?.id ?? NAMELESS
  return join(environment.backupsFolder, id)
}
