import { join } from 'node:path'
import type { EngineEnvironment } from '../environment.ts'
import { readFile } from '../file/read-file.ts'
import { realPathOf } from '../file/read-workspace-file.ts'

/** So many files are remembered; the ones opened longest ago are forgotten first. */
const LIMIT = 500

type Surroundings = Pick<EngineEnvironment, 'host' | 'dataFolder' | 'writeFile'>

/**
 * Remembers which workspace a file holds: one that is damaged beyond telling is still known by its path, and its backups
 * are found. That this cannot be written down keeps nobody from working.
 */
export async function rememberFile(around: Surroundings, path: string, id: string): Promise<void> {
  const known = await readKnown(around)
  const real = await realPathOf(around.host, path)
  if (known.get(real) === id && [...known.keys()].at(-1) === real) return
  known.delete(real)
  known.set(real, id)
  const text = JSON.stringify([...known].slice(-LIMIT))
  await around.host.fs.makeFolder(around.dataFolder).catch(() => undefined)
  await around.writeFile(placeOf(around), Buffer.from(text), { force: true })
}

/** The workspace that a file held when it was last opened or saved here. */
export async function knownWorkspaceOf(around: Surroundings, path: string): Promise<string | undefined> {
  return (await readKnown(around)).get(await realPathOf(around.host, path))
}

function placeOf({ dataFolder }: Surroundings): string {
  return join(dataFolder, 'known-files.json')
}

async function readKnown(around: Surroundings): Promise<Map<string, string>> {
  const read = await readFile(around.host.fs, placeOf(around))
  if (!read.ok) return new Map()
  try {
    const value: unknown = JSON.parse(Buffer.from(read.value.bytes).toString('utf8'))
    return new Map((Array.isArray(value) ? value : []).filter(isEntry))
  } catch {
    return new Map()
  }
}

/** The id names a folder, so nothing else gets through. */
function isEntry(value: unknown): value is [string, string] {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [path, id] = value as readonly unknown[]
  return typeof path === 'string' && typeof id === 'string' && /^[0-9a-z]{1,64}$/.test(id)
}
