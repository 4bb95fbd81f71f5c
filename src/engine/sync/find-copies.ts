import { basename, dirname, join } from 'node:path'
import { readWorkspaceId } from '../../storage/workspace-id.ts'
import type { FileStat } from '../file/file-system.ts'
import type { FileHost } from '../file/host.ts'
import { isSameState, withFile } from '../file/read-file.ts'
import { realPathOf } from '../file/read-workspace-file.ts'

/** A file beside a workspace that says it is the same workspace. */
export type FoundCopy = { readonly path: string; readonly name: string; readonly stat: FileStat }

/** What files said they were when they were last looked at, so that a file that was not touched is not read again. */
export type IdCache = Map<string, { readonly stat: FileStat; readonly id: string }>

/** What may be a copy: whatever its name says beyond that, only what is inside counts. */
const CANDIDATE = /(\.temoin|\.temoin\.bak|^~.*\.tmp)$/iu

/**
 * Finds the copies of a workspace that lie in the folder of its file, whoever put them there and whatever they are
 * called: by the id of the workspace inside. A folder that cannot be read has none; neither counts the file itself by
 * another name.
 *
 * @param cache belongs to one folder; what is no longer there is forgotten
 */
export async function findCopies(
  host: FileHost,
  path: string,
  id: string,
  cache: IdCache = new Map(),
): Promise<readonly FoundCopy[]> {
  const target = await realPathOf(host, path)
  const folder = dirname(target)
  const self = await host.fs.stat(target).catch(() => undefined)
  const names = await host.fs.list(folder).catch(() => [])
  const wanted = names.filter((name) => name !== basename(target) && CANDIDATE.test(name)).sort()
  const seen = new Set(wanted.map((name) => join(folder, name)))
  for (const known of cache.keys()) if (!seen.has(known)) cache.delete(known)
  const copies: FoundCopy[] = []
  for (const name of wanted) {
    const file = join(folder, name)
    const stat = await host.fs.stat(file).catch(() => undefined)
    if (stat?.kind !== 'file' || stat.inode === self?.inode) continue
    if ((await idOf(host, file, stat, cache)) === id) copies.push({ path: file, name, stat })
  }
  return copies
}

/** Which workspace a file says it is; undefined where it is none, or cannot be read now. */
export async function workspaceIdIn(host: FileHost, path: string): Promise<string | undefined> {
  try {
    return await withFile(await host.fs.open(path, 'r'), (file) =>
      readWorkspaceId(async (position, length) => {
        const bytes = new Uint8Array(length)
        let count = 0
        while (count < length) {
          const more = await file.read(bytes, count, length - count, position + count)
          if (more === 0) break
          count += more
        }
        return bytes.subarray(0, count)
      }),
    )
  } catch {
    return undefined
  }
}

async function idOf(host: FileHost, path: string, stat: FileStat, cache: IdCache): Promise<string | undefined> {
  const known = cache.get(path)
  if (known && isSameState(known.stat, stat)) return known.id
  const id = await workspaceIdIn(host, path)
  // What says nothing may only be held by a sync client for the moment: it is asked again next time.
  if (id === undefined) cache.delete(path)
  else cache.set(path, { stat, id })
  return id
}
