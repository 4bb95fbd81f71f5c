import { basename, dirname, join } from 'node:path'
import type { FileHost } from './host.ts'
import { realPathOf } from './read-workspace-file.ts'
import { removeQuietly } from './temporary-file.ts'

/** A save in another program may still be writing a younger one. */
const OLD = 60 * 60 * 1_000

/**
 * The temporary files that saves of this file left behind when the program was killed. Where the file itself is
 * damaged, one of them may be whole: look before they are swept.
 */
export async function findLeftovers(host: FileHost, path: string): Promise<readonly string[]> {
  const target = await realPathOf(host, path)
  const folder = dirname(target)
  const start = `~${basename(target)}.`
  const names = await host.fs.list(folder).catch(() => [])
  return names
    .filter((name) => name.startsWith(start) && /^[0-9a-f]{8}\.tmp$/.test(name.slice(start.length)))
    .map((name) => join(folder, name))
}

/** Removes what saves left behind, once the file itself has been read and found right. */
export async function sweepLeftovers(host: FileHost, path: string): Promise<void> {
  for (const leftover of await findLeftovers(host, path)) {
    const stat = await host.fs.stat(leftover).catch(() => undefined)
    const age = stat ? host.nowMillis() - Number(stat.modified) / 1_000_000 : 0
    if (age > OLD) await removeQuietly(host.fs, leftover)
  }
}
