import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { errnoOf } from './file-problems.ts'
import type { FileHost } from './host.ts'
import { readFile, withFile } from './read-file.ts'
import { removeQuietly, writeAll } from './temporary-file.ts'

const NAME = 'saving.lock'
const WAIT = 50
const PATIENCE = 30_000
/** No save takes this long; whoever held the lock is gone, and its process number was given out again. */
const STALE_AFTER = 10 * 60 * 1_000

/**
 * Lets programs of one computer save a workspace one after the other, so that none replaces what another is just putting
 * there. Only a courtesy: where no lock can be had, the save goes ahead, and its own two looks at the file guard it.
 *
 * @param folder in the app's own data, never beside the workspace, where a sync client would carry the lock elsewhere
 */
export async function inTurn<T>(host: FileHost, folder: string, act: () => Promise<T>): Promise<T> {
  const path = join(folder, NAME)
  const isMine = await take(host, folder, path)
  try {
    return await act()
  } finally {
    if (isMine) await removeQuietly(host.fs, path)
  }
}

async function take(host: FileHost, folder: string, path: string): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; ) {
    const taken = await create(host, folder, path)
    if (taken !== 'held') return taken === 'mine'
    if (await isStale(host, path)) await removeQuietly(host.fs, path)
    await host.sleep(WAIT)
    waited += WAIT
  }
  return false
}

async function create(
  { fs, process }: FileHost,
  folder: string,
  path: string,
): Promise<'mine' | 'held' | 'impossible'> {
  try {
    await fs.makeFolder(folder)
    const file = await fs.open(path, 'wx', 0o600)
    try {
      await withFile(file, () => writeAll(file, Buffer.from(String(process)), 0))
    } catch (error) {
      await removeQuietly(fs, path)
      throw error
    }
    return 'mine'
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return 'held'
    return 'impossible'
  }
}

/** A lock that says nothing yet is being written this moment. */
async function isStale(host: FileHost, path: string): Promise<boolean> {
  const read = await readFile(host.fs, path)
  if (!read.ok) return false
  const holder = Number(Buffer.from(read.value.bytes).toString('latin1'))
  if (holder > 0 && !host.isRunning(holder)) return true
  return host.nowMillis() - Number(read.value.stat.modified) / 1_000_000 > STALE_AFTER
}
