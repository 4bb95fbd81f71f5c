import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups } from '../../../src/engine/file/backups.ts'
import type { FileSystem } from '../../../src/engine/file/file-system.ts'
import { nodeFileSystem } from '../../../src/engine/file/node-file-system.ts'
import { takeFingerprint } from '../../../src/engine/file/read-workspace-file.ts'
import { saveWorkspaceFile } from '../../../src/engine/file/save-workspace-file.ts'
import { firstSave, imageWith, mustRead, newFolder, testHost } from './desk.ts'

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

describe('a save', () => {
  it('puts the new file in the place of the old one, keeps the old one, and leaves nothing else behind', async () => {
    const folder = newFolder()
    const { host, path, backups, fingerprint } = await firstSave(folder)
    const saved = await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups })
    if (!saved.ok) throw new Error(saved.problem.code)
    expect(same((await mustRead(path)).image, imageWith(3))).toBe(true)
    expect(same((await mustRead(saved.value.backup ?? '')).image, imageWith(2))).toBe(true)
    expect(saved.value.warning).toBe(null)
    expect(readdirSync(folder).sort()).toEqual(['app', 'Équipe Sahel.temoin'])
    expect(readdirSync(backups).length).toBe(1)
  })

  it('answers with what the file looks like now, so that the next save goes ahead', async () => {
    const { host, path, backups, fingerprint } = await firstSave(newFolder())
    let expected = fingerprint
    for (const records of [3, 4, 5]) {
      const saved = await saveWorkspaceFile(host, path, imageWith(records), { expected, backups })
      if (!saved.ok) throw new Error(saved.problem.code)
      expected = saved.value.fingerprint
      expect(expected).toEqual((await mustRead(path)).fingerprint)
    }
  })

  it('makes the file readable to its owner alone, and keeps the rights of one that others could read', async () => {
    const { host, path, backups, fingerprint } = await firstSave(newFolder())
    expect(statSync(path).mode & 0o777).toBe(0o600)
    chmodSync(path, 0o664)
    await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups })
    expect(statSync(path).mode & 0o777).toBe(0o664)
  })

  it('follows a link to the file, and leaves the link a link', async () => {
    const folder = newFolder()
    const { host, path, backups, fingerprint } = await firstSave(folder)
    const link = join(folder, 'bureau.temoin')
    symlinkSync(path, link)
    const saved = await saveWorkspaceFile(host, link, imageWith(3), { expected: fingerprint, backups })
    expect(saved.ok).toBe(true)
    expect(same((await mustRead(path)).image, imageWith(3))).toBe(true)
    expect(readFileSync(link).length).toBe(readFileSync(path).length)
  })

  it('copies the generation before where the disk knows no second names', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const fs: FileSystem = {
      ...nodeFileSystem,
      link: () => Promise.reject(Object.assign(new Error(), { code: 'EPERM' })),
    }
    const saved = await saveWorkspaceFile(testHost(fs), path, imageWith(3), { expected: fingerprint, backups })
    if (!saved.ok) throw new Error(saved.problem.code)
    expect(same((await mustRead(saved.value.backup ?? '')).image, imageWith(2))).toBe(true)
    expect(readdirSync(backups).length).toBe(1)
  })
})

describe('a save', () => {
  it('makes new and old durable before the one takes the place of the other, and the rename after', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const steps: string[] = []
    const short = (name: string) => (name === path ? 'file' : name.startsWith(backups) ? 'backup' : 'new')
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(name, flags, mode) {
        const file = await nodeFileSystem.open(name, flags, mode)
        return {
          ...file,
          sync: async () => void steps.push(`sync ${short(name)}`),
          close: async () => {
            if (flags === 'r' && short(name) === 'new') steps.push('read back new')
            await file.close()
          },
        }
      },
      async rename(from, to) {
        steps.push(`${short(from)} becomes ${short(to)}`)
        await nodeFileSystem.rename(from, to)
      },
      syncFolder: async (folder) => void steps.push(`sync folder of ${short(folder)}`),
    }
    const saved = await saveWorkspaceFile(testHost(fs), path, imageWith(3), { expected: fingerprint, backups })
    expect(saved.ok).toBe(true)
    expect(steps).toEqual([
      'sync new',
      'read back new',
      'sync backup',
      'backup becomes backup',
      'sync folder of backup',
      'new becomes file',
      'sync folder of new',
    ])
  })
})

describe('a save over a file that somebody else has written', () => {
  it('is refused, and both versions stay as they are', async () => {
    const folder = newFolder()
    const { host, path, backups, fingerprint } = await firstSave(folder)
    const theirs = readFileSync((await firstSave(newFolder(), 7)).path)
    writeFileSync(path, theirs)
    const opened: string[] = []
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: (name, flags, mode) => (flags === 'wx' && opened.push(name), nodeFileSystem.open(name, flags, mode)),
    }
    const saved = await saveWorkspaceFile({ ...host, fs }, path, imageWith(3), { expected: fingerprint, backups })
    expect(saved).toEqual({ ok: false, problem: { code: 'file-changed-on-disk', path } })
    expect(opened).toEqual([join(backups, 'saving.lock')])
    expect(same(readFileSync(path), theirs)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['app', 'Équipe Sahel.temoin'])
    expect(readdirSync(backups)).toEqual([])
  })

  it('is refused even where size and time of the file were put back as they were', async () => {
    const { host, path, backups, fingerprint } = await firstSave(newFolder())
    const { atime, mtime } = statSync(path)
    const bytes = readFileSync(path)
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1
    writeFileSync(path, bytes)
    utimesSync(path, atime, mtime)
    const looksAlike: FileSystem = {
      ...nodeFileSystem,
      stat: async (asked) => ({ ...(await nodeFileSystem.stat(asked)), modified: fingerprint.modified }),
    }
    for (const fs of [
      looksAlike,
      { ...looksAlike, makeFolder: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) },
    ]) {
      const saved = await saveWorkspaceFile({ ...host, fs }, path, imageWith(3), { expected: fingerprint, backups })
      expect(saved).toEqual({ ok: false, problem: { code: 'file-changed-on-disk', path } })
    }
    expect(same(readFileSync(path), bytes)).toBe(true)
    expect(await listBackups(host, backups)).toEqual([])
  })

  it('is refused when that happens at the last moment', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const theirs = readFileSync((await firstSave(newFolder(), 7)).path)
    const fs: FileSystem = {
      ...nodeFileSystem,
      async link(from, to) {
        await nodeFileSystem.link(from, to)
        rmSync(path)
        writeFileSync(path, theirs)
      },
    }
    const saved = await saveWorkspaceFile(testHost(fs), path, imageWith(3), { expected: fingerprint, backups })
    expect(saved).toEqual({ ok: false, problem: { code: 'file-changed-on-disk', path } })
    expect(same(readFileSync(path), theirs)).toBe(true)
  })

  it('goes ahead where only the time has changed', async () => {
    const { host, path, backups, fingerprint } = await firstSave(newFolder())
    utimesSync(path, 1, 2)
    const saved = await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups })
    expect(saved.ok).toBe(true)
  })
})

describe('a save', () => {
  it('does not put a file where one was and is gone, nor where none should be and one is', async () => {
    const { host, path, backups, fingerprint } = await firstSave(newFolder())
    const again = await saveWorkspaceFile(host, path, imageWith(3), { expected: null, backups })
    expect(again).toEqual({ ok: false, problem: { code: 'file-exists', path } })
    rmSync(path)
    const gone = await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups })
    expect(gone).toEqual({ ok: false, problem: { code: 'file-missing', path } })
  })

  it('may replace any file whose state is known, a damaged one for example', async () => {
    const folder = newFolder()
    const path = join(folder, 'perdu.temoin')
    writeFileSync(path, 'des restes')
    const host = testHost()
    const fingerprint = await takeFingerprint(host, path)
    if (!fingerprint.ok) throw new Error(fingerprint.problem.code)
    const saved = await saveWorkspaceFile(host, path, imageWith(1), {
      expected: fingerprint.value,
      backups: join(folder, 'b'),
    })
    expect(saved.ok && readFileSync(saved.value.backup ?? '', 'utf8')).toBe('des restes')
  })

  it('says that the folder is gone, is a file, or cannot be written to', async () => {
    const folder = newFolder()
    const file = join(folder, 'notes.txt')
    writeFileSync(file, 'notes')
    const locked: FileSystem = {
      ...nodeFileSystem,
      open: () => Promise.reject(Object.assign(new Error(), { code: 'EROFS' })),
    }
    const problems = await Promise.all(
      [
        [testHost(), join(folder, 'usb', 'w.temoin')] as const,
        [testHost(), join(file, 'w.temoin')] as const,
        [testHost(locked), join(folder, 'w.temoin')] as const,
      ].map(async ([host, path]) => {
        const saved = await saveWorkspaceFile(host, path, imageWith(1), { expected: null, backups: join(folder, 'b') })
        return saved.ok ? undefined : saved.problem
      }),
    )
    expect(problems).toEqual([
      { code: 'file-missing', path: join(folder, 'usb') },
      { code: 'file-missing', path: file },
      { code: 'folder-read-only', path: folder },
    ])
  })

  it('is refused over a folder', async () => {
    const { host, path, backups, fingerprint } = await firstSave(newFolder())
    rmSync(path)
    mkdirSync(path)
    const saved = await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups })
    expect(saved).toEqual({ ok: false, problem: { code: 'file-unreadable', path, reason: 'EISDIR' } })
  })

  it('waits for whoever holds the file, doubling up to a second, and gives up after twenty', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    let held = 7
    const fs: FileSystem = {
      ...nodeFileSystem,
      rename: (from, to) =>
        to === path && held-- > 0
          ? Promise.reject(Object.assign(new Error(), { code: 'EBUSY' }))
          : nodeFileSystem.rename(from, to),
    }
    const host = testHost(fs)
    const saved = await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups })
    if (!saved.ok) throw new Error(saved.problem.code)
    expect(host.slept).toEqual([10, 20, 40, 80, 160, 320, 640])

    held = Number.POSITIVE_INFINITY
    host.slept.length = 0
    const late = await saveWorkspaceFile(host, path, imageWith(4), { expected: saved.value.fingerprint, backups })
    expect(late).toEqual({ ok: false, problem: { code: 'write-failed', path, reason: 'EBUSY' } })
    expect(host.slept.reduce((sum, millis) => sum + millis, 0)).toBeGreaterThanOrEqual(20_000)
    expect(same((await mustRead(path)).image, imageWith(3))).toBe(true)
  })

  it('is told as saved when only making the rename durable failed', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    for (const code of ['EPERM', 'EINVAL', 'ENOTSUP', 'EISDIR', 'EIO']) {
      const { fingerprint: now } = await mustRead(path)
      const fs: FileSystem = {
        ...nodeFileSystem,
        syncFolder: () => Promise.reject(Object.assign(new Error(), { code })),
      }
      const saved = await saveWorkspaceFile(testHost(fs), path, imageWith(3), { expected: now, backups })
      expect(saved.ok).toBe(true)
    }
    expect(fingerprint.sha256).not.toBe((await mustRead(path)).fingerprint.sha256)
  })

  it('is refused where the disk gives back something else than was written, and the old file stays', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(name, flags, mode) {
        const file = await nodeFileSystem.open(name, flags, mode)
        if (flags !== 'r' || !basename(name).startsWith(`~${basename(path)}`)) return file
        return {
          ...file,
          async read(into, offset, length, position) {
            const count = await file.read(into, offset, length, position)
            if (position === 0 && count > 0) into[offset] = (into[offset] ?? 0) ^ 1
            return count
          },
        }
      },
    }
    const saved = await saveWorkspaceFile(testHost(fs), path, imageWith(3), { expected: fingerprint, backups })
    expect(saved).toEqual({ ok: false, problem: { code: 'write-failed', path, reason: 'READBACK' } })
    expect((await mustRead(path)).fingerprint.sha256).toBe(fingerprint.sha256)
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('keeps the generation before beside the file too on a stick, where a rename may take both names along', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const first = readFileSync(path)
    const host = testHost({ ...nodeFileSystem, isStick: async () => true })
    const saved = await saveWorkspaceFile(host, path, imageWith(3), { expected: fingerprint, backups })
    if (!saved.ok) throw new Error(saved.problem.code)
    expect(readFileSync(`${path}.bak`).equals(first)).toBe(true)
    const second = readFileSync(path)
    const options = { expected: saved.value.fingerprint, backups }
    expect((await saveWorkspaceFile(host, path, imageWith(4), options)).ok).toBe(true)
    expect(readFileSync(`${path}.bak`).equals(second)).toBe(true)
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('keeps it there as well where the backups have no room for it, and nowhere else otherwise', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const first = readFileSync(path)
    const nowhere = join(path, 'no folder can be here')
    const saved = await saveWorkspaceFile(testHost(), path, imageWith(3), { expected: fingerprint, backups: nowhere })
    if (!saved.ok) throw new Error(saved.problem.code)
    expect(readFileSync(`${path}.bak`).equals(first)).toBe(true)
    rmSync(`${path}.bak`)
    const options = { expected: saved.value.fingerprint, backups }
    expect((await saveWorkspaceFile(testHost(), path, imageWith(4), options)).ok).toBe(true)
    expect(existsSync(`${path}.bak`)).toBe(false)
  })

  it('goes ahead and says so when the generation before cannot be kept', async () => {
    const { path, fingerprint } = await firstSave(newFolder())
    const backups = join(path, 'no folder can be here')
    const saved = await saveWorkspaceFile(testHost(), path, imageWith(3), { expected: fingerprint, backups })
    expect(saved.ok && saved.value).toMatchObject({
      backup: null,
      warning: { code: 'backup-not-kept', path, reason: 'ENOTDIR' },
    })
    expect(same((await mustRead(path)).image, imageWith(3))).toBe(true)
  })

  it('asks for room before it writes anything', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const fs: FileSystem = {
      ...nodeFileSystem,
      freeBytes: async () => 100_000,
      open: (name, ...rest) =>
        name.endsWith('.tmp') ? Promise.reject(new Error('too late')) : nodeFileSystem.open(name, ...rest),
    }
    const saved = await saveWorkspaceFile(testHost(fs), path, imageWith(3), { expected: fingerprint, backups })
    expect(saved).toEqual({ ok: false, problem: { code: 'disk-full', path } })
  })
})

describe('a disk that fills up', () => {
  /** A real small disk where this machine allows one, else a file system that takes so many bytes and no more. */
  function smallDisk(bytes: number): { readonly folder: string; readonly fs: FileSystem; readonly end: () => void } {
    const folder = newFolder()
    try {
      execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' })
      return {
        folder,
        fs: { ...nodeFileSystem, freeBytes: async () => Infinity },
        end: () => execFileSync('/bin/umount', [folder]),
      }
    } catch {
      let left = bytes
      const fs: FileSystem = {
        ...nodeFileSystem,
        freeBytes: async () => Infinity,
        async open(...args) {
          const file = await nodeFileSystem.open(...args)
          return {
            ...file,
            async write(from, offset, length, position) {
              const count = await (left > 0 ? file.write(from, offset, Math.min(length, left), position) : 0)
              left -= count
              return count
            },
          }
        },
      }
      return { folder, fs, end: () => undefined }
    }
  }

  it('leaves the old file as it was, wherever in the new one the room ends', async () => {
    const image = imageWith(300)
    expect(image.length).toBeGreaterThan(8 * 64 * 1_024)
    for (let room = 64 * 1_024; room < image.length; room += 64 * 1_024) {
      const disk = smallDisk(400_000 + room)
      try {
        const path = join(disk.folder, 'clé.temoin')
        const backups = join(newFolder(), 'backups')
        const first = await saveWorkspaceFile(testHost(disk.fs), path, imageWith(1), { expected: null, backups })
        if (!first.ok) throw new Error(first.problem.code)
        writeFileSync(join(disk.folder, 'photos'), new Uint8Array(400_000 - imageWith(1).length - 40))
        const saved = await saveWorkspaceFile(testHost(disk.fs), path, image, {
          expected: first.value.fingerprint,
          backups,
        })
        expect(saved).toEqual({ ok: false, problem: { code: 'disk-full', path } })
        expect(same((await mustRead(path)).image, imageWith(1))).toBe(true)
        expect(readdirSync(disk.folder).sort()).toEqual(['clé.temoin', 'photos'])
      } finally {
        disk.end()
      }
    }
  })
})
