import { basename, dirname, join } from 'node:path'
import type { FileHost } from '../file/host.ts'
import { copyNameOf } from './conflict-name.ts'
import { findCopies, workspaceIdIn } from './find-copies.ts'

/**
 * Finds the workspace that a conflict copy belongs to: a file beside it that holds the same workspace, and of which its
 * own name says that it is the copy. Undefined for any other file, also for a copy that somebody made by hand: whoever
 * makes one may want to work in it, while what is written into a sync client's copy is easily lost.
 */
export async function mainBeside(host: FileHost, path: string): Promise<string | undefined> {
  const name = basename(path)
  // Most names are those of no copy of anything, and then nothing has to be read.
  const names = await host.fs.list(dirname(path)).catch(() => [])
  if (!names.some((other) => isConflictCopyOf(other, name))) return undefined
  const id = await workspaceIdIn(host, path)
  if (id === undefined) return undefined
  const others = await findCopies(host, path, id)
  const mains = others.map((other) => other.name).filter((other) => isConflictCopyOf(other, name))
  // The copy of a copy belongs to where both come from.
  const [main] = mains.toSorted((one, other) => one.length - other.length)
  return main === undefined ? undefined : join(dirname(path), main)
}

function isConflictCopyOf(main: string, name: string): boolean {
  const said = /\.temoin$/iu.test(main) && main !== name ? copyNameOf(main, name) : undefined
  return said !== undefined && said.certain && !['hand', 'earlier', 'unfinished'].includes(said.by)
}
