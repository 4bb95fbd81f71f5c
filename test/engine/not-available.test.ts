import { existsSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile, mergeFiles, openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import type { FileSystem } from '../../src/engine/file/file-system.ts'
import { computer, must, newWorkspace, problemOf, QUICK_DISK, record, title, twoCopies } from '../support/engine.ts'

type Trick = { readonly on: (path: string) => void; readonly fs: (path: string) => Partial<FileSystem> }

function failing(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), { code }))
}

/** Reads of one path fail in the middle. */
function readsFail(path: string, code: string): Partial<FileSystem> {
  return {
    link: failing('EPERM'),
    async open(asked, ...rest) {
      const file = await QUICK_DISK.open(asked, ...rest)
      return asked === path && rest[0] === 'r' ? { ...file, read: failing(code) } : file
    },
  }
}

const nothing = () => undefined

/** What a cloud client, a stick or another program can do to a file that is still listed in its folder. */
const TRICKS: readonly (readonly [string, string, Trick])[] = [
  ['of no bytes', 'file-empty', { on: (path) => truncateSync(path, 0), fs: () => ({}) }],
  [
    'of its full length, all zeros',
    'file-not-available',
    { on: (path) => writeFileSync(path, new Uint8Array(statSync(path).size)), fs: () => ({}) },
  ],
  ['that cannot be read offline', 'file-not-available', { on: nothing, fs: (path) => readsFail(path, 'EIO') }],
  ['of Windows’ cloud', 'file-not-available', { on: nothing, fs: (path) => readsFail(path, 'UNKNOWN') }],
  [
    'that is listed and opens as if it were not there',
    'file-not-available',
    {
      on: nothing,
      fs: (path) => ({
        link: failing('EPERM'),
        open: (asked, ...rest) => (asked === path ? failing('ENOENT')() : QUICK_DISK.open(asked, ...rest)),
      }),
    },
  ],
  [
    'that gives less than it says',
    'file-not-available',
    {
      on: nothing,
      fs: (path) => ({
        async stat(asked) {
          const stat = await QUICK_DISK.stat(asked)
          return asked === path ? { ...stat, size: stat.size + 10_000 } : stat
        },
      }),
    },
  ],
  ['that another program holds', 'file-not-available', { on: nothing, fs: (path) => readsFail(path, 'EBUSY') }],
]

describe.each(TRICKS)('a file %s', (_, code, trick) => {
  it('is not available now: not opened, not merged, not repaired, and left as it is', async () => {
    const { ana, luc } = await twoCopies()
    const { path } = luc.file
    trick.on(path)
    const bytes = readFileSync(path)
    const fs = { ...QUICK_DISK, ...trick.fs(path) }
    const environment = computer({ author: 'Luc', fs })
    const answers = [
      await openWorkspaceFile(environment, path),
      await mergeFiles(environment, ana.workspace, [path], { dryRun: false }),
      await checkFile(environment, path, `${path}.repaired`, true),
    ]
    expect(answers.map((answer) => problemOf(answer).code)).toEqual([code, code, code])
    expect(must(await checkFile(environment, path, undefined, false))).toMatchObject({
      ok: false,
      problems: [{ code }],
    })
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(existsSync(`${path}.repaired`)).toBe(false)
  })

  it('is not saved over while it is open: the typing waits until it is back', async () => {
    let away = false
    const tricked: { fs: FileSystem } = { fs: QUICK_DISK }
    const fs: FileSystem = {
      ...QUICK_DISK,
      open: (...args) => (away ? tricked.fs : QUICK_DISK).open(...args),
      stat: (...args) => (away ? tricked.fs : QUICK_DISK).stat(...args),
      link: (...args) => (away ? tricked.fs : QUICK_DISK).link(...args),
    }
    const environment = computer({ author: 'Ana', fs })
    const file = await newWorkspace(environment)
    const good = readFileSync(file.path)
    trick.on(file.path)
    tricked.fs = { ...QUICK_DISK, ...trick.fs(file.path) }
    const bytes = readFileSync(file.path)
    away = true
    const id = record(file.workspace, [title('Comités de l’eau')])
    const problem = problemOf(await saveOpenFile(environment, file))
    expect(['file-empty', 'file-not-available']).toContain(problem.code)
    expect(readFileSync(file.path).equals(bytes)).toBe(true)
    away = false
    if (!bytes.equals(good)) writeFileSync(file.path, good)
    must(await saveOpenFile(environment, file))
    const again = must(await openWorkspaceFile(computer({ author: 'Eva' }), file.path))
    expect(again.workspace.store.changesOf(id)).not.toEqual([])
  })
})

describe('a file that looks untouched and has become a placeholder', () => {
  it('of the same length and date is not saved over either', async () => {
    const environment = computer({ author: 'Ana' })
    const file = await newWorkspace(environment)
    const { atime, mtime } = statSync(file.path)
    writeFileSync(file.path, new Uint8Array(statSync(file.path).size))
    utimesSync(file.path, atime, mtime)
    record(file.workspace, [title('Comités de l’eau')])
    expect(problemOf(await saveOpenFile(environment, file)).code).toBe('file-not-available')
    expect(readFileSync(file.path).every((byte) => byte === 0)).toBe(true)
  })
})
