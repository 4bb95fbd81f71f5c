import { dirname } from 'node:path'
import { errnoOf } from './file-problems.ts'
import type { FileHost } from './host.ts'

/** What a virus scanner, an indexer or a sync client that holds the file makes a rename fail with. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])
const FIRST_WAIT = 10
const LONGEST_WAIT = 1_000
const PATIENCE = 20_000

/**
 * Puts a finished file in the place of another, in one step, waiting for whoever holds it. Never deletes first, never
 * writes in place: until the last moment the old file is there, whole.
 */
export async function replaceFile(host: FileHost, from: string, to: string): Promise<void> {
  let waited = 0
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return await host.fs.rename(from, to)
    } catch (error) {
      if (!HELD.has(errnoOf(error)) || waited >= PATIENCE) throw error
      await host.sleep(wait)
      waited += wait
    }
  }
}

/**
 * Makes a rename durable. By then the new file is in place, so a failure here is no failure of the save; some systems
 * cannot sync folders at all.
 */
export async function settleFolderOf(host: FileHost, path: string): Promise<boolean> {
  try {
    await host.fs.syncFolder(dirname(path))
    return true
  } catch (error) {
    errnoOf(error)
    return false
  }
}
