import { Buffer } from 'node:buffer'
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { companionOf } from '../../../src/engine/file/companion.ts'
import type { FileSystem } from '../../../src/engine/file/file-system.ts'
import { nodeFileSystem } from '../../../src/engine/file/node-file-system.ts'
import { readWorkspaceFile } from '../../../src/engine/file/read-workspace-file.ts'
import { saveWorkspaceFile } from '../../../src/engine/file/save-workspace-file.ts'
import { openStore } from '../../../src/storage/store.ts'
import { firstSave, imageWith, mustRead, newFolder, SQL, testHost } from './desk.ts'
import { type Fault, faultyFileSystem } from './faulty-file-system.ts'

const ERRORS = ['ENOSPC', 'EIO', 'EACCES', 'EBUSY', 'EROFS', 'ENOENT']
/** What outlasts a power cut is not to be seen here, so nobody waits for it. */
const QUICK: FileSystem = {
  ...nodeFileSystem,
  open: async (...args) => ({ ...(await nodeFileSystem.open(...args)), sync: async () => undefined }),
}
/** The disk may know no second names (a stick), and then the save goes other ways. */
const WITHOUT_LINKS = { ...QUICK, link: () => Promise.reject(Object.assign(new Error(), { code: 'EPERM' })) }

const first = await firstSave(newFolder())
const before = Buffer.from(imageWith(2))
const after = Buffer.from(imageWith(3))

/** One save over the first generation with a fault in it; answers what came of it. */
async function saveWith(inner: FileSystem, fault: Fault | undefined) {
  const folder = newFolder()
  const path = join(folder, 'w.temoin')
  const backups = join(folder, 'app', 'backups')
  copyFileSync(first.path, path)
  mkdirSync(backups, { recursive: true })
  const { fingerprint } = await mustRead(path)
  const fs = faultyFileSystem(inner, fault)
  const host = testHost(fs)
  const saved = await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups }).catch(
    () => undefined,
  )
  const { image } = await mustRead(path)
  const isNew = after.equals(image)
  if (!isNew && !before.equals(image)) throw new Error('the file is neither the old one nor the new one')
  // Where the backups could not be written, the generation before may stand beside the file, whole.
  const companion = companionOf(path)
  if (existsSync(companion) && !before.equals((await mustRead(companion)).image)) throw new Error('a torn companion')
  const names = readdirSync(folder).filter((name) => name !== basename(companion))
  const kept = readdirSync(backups).filter((name) => name.endsWith('.temoin'))
  return { saved, isNew, calls: fs.calls, killed: fs.isKilled(), names, kept, path, backups }
}

/** Every fault at every call that a plain save makes. */
function faultsOf(calls: readonly string[], errors: readonly string[]): readonly Fault[] {
  const places = calls.map((_, index) => index + 1)
  const modes = ['once', 'for-ever'] as const
  return [
    ...places.flatMap((at) =>
      errors.flatMap((code) => modes.map((until) => ({ kind: 'error', code, at, until }) as const)),
    ),
    ...places
      .filter((at) => calls[at - 1] === 'write')
      .flatMap((at) =>
        [0, 1, 10_000].flatMap((bytes) =>
          // One byte at a time for ever is only slow.
          modes
            .filter((until) => bytes !== 1 || until === 'once')
            .map((until) => ({ kind: 'short-write', at, bytes, until }) as const),
        ),
      ),
    ...places.map((at) => ({ kind: 'kill', at }) as const),
  ]
}

describe.each([
  ['a disk that knows second names', QUICK, ERRORS],
  ['a disk that knows no second names', WITHOUT_LINKS, ['ENOSPC', 'EIO']],
] as const)('a save on %s, with a fault at each of its calls', (_, inner, errors) => {
  it('never tears the file, and never says saved of a file that is not', async () => {
    const { calls } = await saveWith(inner, undefined)
    const faults = faultsOf(calls, errors)
    const wrong: string[] = []
    for (const fault of faults) {
      const result = await saveWith(inner, fault)
      const { saved, isNew, names, kept } = result
      const say = (what: string) => wrong.push(`${what}: ${JSON.stringify(fault)} (${calls[fault.at - 1]})`)
      if (result.killed) {
        // Nobody is there to be told anything; at most the temporary file is left over.
        if (names.some((name) => name !== 'w.temoin' && name !== 'app' && !name.startsWith('~'))) say('stray file')
        continue
      }
      if (!saved) say('threw')
      else if (saved.ok !== isNew) say(saved.ok ? 'falsely saved' : 'falsely failed')
      else if (saved.ok && !saved.value.warning && kept.length !== 1) say('no backup')
      else if (!saved.ok && fault.kind === 'short-write' && fault.until === 'once' && fault.bytes > 0) say('gave up')
      if (saved && !saved.ok && kept.length > 0 && !isUnlinkFault(fault, calls)) say('backup of nothing')
      if (names.length !== 2 && !isUnlinkFault(fault, calls)) say('leftover')
    }
    expect(wrong).toEqual([])
    expect(faults.length).toBeGreaterThan(calls.length * 2 * errors.length)
  }, 240_000)

  it('can be done again after a kill at any moment, and then all is well', async () => {
    const { calls } = await saveWith(inner, undefined)
    for (let at = 1; at <= calls.length; at += 1) {
      const { path, backups, isNew } = await saveWith(inner, { kind: 'kill', at })
      const { fingerprint } = await mustRead(path)
      const saved = await saveWorkspaceFile(testHost(inner, 5_005), path, imageWith(4), {
        expected: fingerprint,
        backups,
      })
      if (!saved.ok) throw new Error(saved.problem.code)
      const backup = await mustRead(saved.value.backup ?? '')
      expect((isNew ? after : before).equals(backup.image)).toBe(true)
      expect(Buffer.from(imageWith(4)).equals((await mustRead(path)).image)).toBe(true)
    }
  })
})

/** What cannot be removed is left; a fault that lasts makes removing fail as well. */
function isUnlinkFault(fault: Fault, calls: readonly string[]): boolean {
  return fault.kind === 'error' && (fault.until === 'for-ever' || calls[fault.at - 1] === 'unlink')
}

describe('reading, with a fault at each of its calls', () => {
  it('gives the whole file or a problem, never less', async () => {
    const plain = faultyFileSystem(nodeFileSystem)
    await readWorkspaceFile(testHost(plain), first.path)
    for (const code of ERRORS) {
      for (let at = 1; at <= plain.calls.length; at += 1) {
        for (const until of ['once', 'for-ever'] as const) {
          const fs = faultyFileSystem(nodeFileSystem, { kind: 'error', code, at, until })
          const read = await readWorkspaceFile(testHost(fs), first.path)
          const answer = read.ok ? before.equals(read.value.image) : read.problem.code
          expect([true, 'file-unreadable', 'file-not-available', 'file-missing']).toContain(answer)
        }
      }
    }
  })

  it('waits out a file that is being written, and takes no half of it', async () => {
    const folder = newFolder()
    const path = join(folder, 'w.temoin')
    copyFileSync(first.path, path)
    let writes = 0
    const changing = {
      ...nodeFileSystem,
      stat: async (asked: string) => {
        const stat = await nodeFileSystem.stat(asked)
        writes += 1
        return { ...stat, modified: writes < 4 ? String(writes) : stat.modified }
      },
    }
    const read = await readWorkspaceFile(testHost(changing), path)
    expect(read.ok && openStore(SQL, read.value.image, path).ok).toBe(true)
    const restless = {
      ...changing,
      stat: async (asked: string) => ({ ...(await nodeFileSystem.stat(asked)), modified: String(Math.random()) }),
    }
    expect(await readWorkspaceFile(testHost(restless), path)).toEqual({
      ok: false,
      problem: { code: 'file-not-available', path, reason: 'EBUSY' },
    })
    expect(existsSync(path)).toBe(true)
  })
})
