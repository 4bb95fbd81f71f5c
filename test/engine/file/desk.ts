import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { FileSystem } from '../../../src/engine/file/file-system.ts'
import type { FileHost } from '../../../src/engine/file/host.ts'
import { nodeFileSystem } from '../../../src/engine/file/node-file-system.ts'
import { readWorkspaceFile, type WorkspaceFile } from '../../../src/engine/file/read-workspace-file.ts'
import { saveWorkspaceFile } from '../../../src/engine/file/save-workspace-file.ts'
import { SQL, storyStore } from '../../storage/stories.ts'

export { SQL }

const made: string[] = []

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for one test, gone afterwards. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-file-'))
  made.push(folder)
  return folder
}

/** The surroundings of a test: a clock that starts in 2026 and ticks with every look, no real waiting. */
export function testHost(fs: FileSystem = nodeFileSystem, process = 4_001): FileHost & { readonly slept: number[] } {
  const slept: number[] = []
  let now = Date.UTC(2026, 2, 14, 9, 26, 53)
  let random = process
  return {
    fs,
    slept,
    process,
    isRunning: () => false,
    nowMillis: () => (now += 1_000),
    randomBytes: (length) =>
      Uint8Array.from({ length }, () => (random = (random * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16),
    sleep: async (millis) => {
      slept.push(millis)
    },
  }
}

const images = new Map<number, Uint8Array>()

/** The image of a workspace with so many records. */
export function imageWith(records: number): Uint8Array {
  const found = images.get(records)
  if (found) return found
  const store = storyStore(records)
  const image = store.toImage()
  store.close()
  images.set(records, image)
  return image
}

/** Saves a first generation, and reads it back. */
export async function firstSave(folder: string, records = 2, name = 'Équipe Sahel.temoin') {
  const host = testHost()
  const path = join(folder, name)
  const backups = join(folder, 'app', 'backups')
  const saved = await saveWorkspaceFile(host, path, imageWith(records), { expected: null, backups })
  if (!saved.ok) throw new Error(saved.problem.code)
  return { host, path, backups, fingerprint: saved.value.fingerprint }
}

/** Reads a workspace file that must be there and right. */
export async function mustRead(path: string): Promise<WorkspaceFile> {
  const read = await readWorkspaceFile(testHost(), path)
  if (!read.ok) throw new Error(`${read.problem.code} ${JSON.stringify(read.problem)}`)
  return read.value
}
