import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineEnvironment } from '../../../src/engine/environment.ts'
import { applyOperations } from '../../../src/engine/apply.ts'
import { linesOf } from '../../../src/engine/import/lines.ts'
import { copiesBeside } from '../../../src/engine/sync/copies-beside.ts'
import { mergeFiles, openWorkspaceFile, saveOpenFile, withWorkspaceFile } from '../../../src/engine/workspace-file.ts'
import { computer, must } from '../../support/engine.ts'
import type { Instance } from './instance.ts'

/** The name of the workspace, with everything in it that has troubled somebody. */
export const NAME = 'Équipe Sahel (1).temoin'

/** One of two colleagues: a computer with Temoin on it, and a folder that Syncthing carries. */
export type Side = { readonly instance: Instance; readonly environment: EngineEnvironment; readonly path: string }

/** Sits somebody down at a folder. */
export function sideAt(instance: Instance, author: string): Side {
  return { instance, environment: computer({ author, now: Date.now }), path: join(instance.folder, NAME) }
}

/** Opens the file, does these operations of the command line, and saves. */
export async function work({ environment, path }: Side, operations: readonly object[]): Promise<void> {
  must(
    await withWorkspaceFile(environment, path, { write: true }, (workspace) =>
      applyOperations(workspace, linesOf(operations.map((each) => Buffer.from(`${JSON.stringify(each)}\n`)))),
    ),
  )
}

/** The workspaces in a side's folder, each with a hash of its bytes; what Syncthing is just moving is in none. */
export function filesOf({ instance }: Side): ReadonlyMap<string, string> {
  const names = readdirSync(instance.folder).filter((name) => name.endsWith('.temoin'))
  return new Map(
    names.sort().flatMap((name) => {
      const hash = hashOf(join(instance.folder, name))
      return hash === undefined ? [] : [[name, hash] as const]
    }),
  )
}

function hashOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** What taking in the copies beside the workspace came to: where they were put away. */
export type TakenIn = { readonly found: readonly string[]; readonly away: readonly string[] }

/** Does what the app does about copies beside a workspace: finds them, takes them in, saves, and puts them away. */
export async function takeInCopies({ environment, path }: Side): Promise<TakenIn> {
  const file = must(await openWorkspaceFile(environment, path))
  try {
    const copies = copiesBeside(environment, file)
    // A copy counts once it has been seen twice as it is: it may still be on its way.
    while (!(await copies.look()));
    const found = copies.list().map((copy) => copy.path)
    must(await mergeFiles(environment, file.workspace, found, { dryRun: false }))
    must(await saveOpenFile(environment, file))
    const away = await copies.putAway(found)
    return { found, away: away.map(({ to }) => to) }
  } finally {
    file.workspace.store.close()
  }
}

/** Merges files once more; answers whether that changed anything, in the log or on the disk. */
export async function isChangedBy({ environment, path }: Side, files: readonly string[]): Promise<boolean> {
  const before = readFileSync(path)
  const report = must(
    await withWorkspaceFile(environment, path, { write: true }, (workspace) =>
      mergeFiles(environment, workspace, files, { dryRun: false }),
    ),
  )
  return !report.unchanged || !readFileSync(path).equals(before)
}
