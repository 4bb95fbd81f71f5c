import { copyFileSync, linkSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCopies, type IdCache, workspaceIdIn } from '../../../src/engine/sync/find-copies.ts'
import type { FileSystem } from '../../../src/engine/file/file-system.ts'
import { saveOpenFile } from '../../../src/engine/workspace-file.ts'
import { readWorkspaceId } from '../../../src/storage/workspace-id.ts'
import { computer, must, newFolder, newWorkspace, record, title } from '../../support/engine.ts'
import { BASES, CONFLICT_NAMES } from './conflict-names.ts'

async function workspaceNamed(name: string) {
  const environment = computer({ author: 'Ana' })
  const file = await newWorkspace(environment)
  record(file.workspace, [title('Comités de l’eau')])
  must(await saveOpenFile(environment, file))
  const path = join(newFolder(), `${name}.temoin`)
  copyFileSync(file.path, path)
  return {
    host: environment.host,
    path,
    folder: dirname(path),
    id: file.workspace.store.header.id,
    original: file.path,
  }
}

async function namesOf(found: ReturnType<typeof findCopies>): Promise<readonly string[]> {
  return (await found).map(({ name }) => name)
}

describe('copies beside a workspace', () => {
  it.each(BASES)('are found by what is inside, whatever they are called: “%s”', async (base) => {
    const { host, path, folder, id } = await workspaceNamed(base)
    const names = [...CONFLICT_NAMES.map(({ name }) => name(base)), 'Tout autre chose.temoin']
    for (const name of names) copyFileSync(path, join(folder, name))
    expect(await namesOf(findCopies(host, path, id))).toEqual(names.toSorted())
  })

  it.each(BASES)(
    'are none, whatever their names say, where another workspace or nothing is inside: “%s”',
    async (base) => {
      const { host, path, folder, id } = await workspaceNamed(base)
      const stranger = await workspaceNamed('autre')
      const strange: readonly ((file: string) => void)[] = [
        (file) => copyFileSync(stranger.path, file),
        (file) => writeFileSync(file, ''),
        (file) => writeFileSync(file, 'SQLite format 3\0 but no more than that'),
        (file) => mkdirSync(file),
      ]
      for (const [index, { name }] of CONFLICT_NAMES.entries())
        strange[index % strange.length]?.(join(folder, name(base)))
      expect(await findCopies(host, path, id)).toEqual([])
    },
  )

  it('do not count the file itself under another name', async () => {
    const { host, path, folder, id } = await workspaceNamed('w')
    linkSync(path, join(folder, 'w (1).temoin'))
    symlinkSync(path, join(folder, 'w 2.temoin'))
    expect(await findCopies(host, path, id)).toEqual([])
    expect(await findCopies(host, join(folder, 'w 2.temoin'), id)).toEqual([])
  })

  it('are read again only when they were touched', async () => {
    const { host, path, folder, id } = await workspaceNamed('w')
    const copy = join(folder, 'w (1).temoin')
    copyFileSync(path, copy)
    const opened: string[] = []
    const fs: FileSystem = {
      ...host.fs,
      open: (name, ...rest) => {
        opened.push(name)
        return host.fs.open(name, ...rest)
      },
    }
    const cache: IdCache = new Map()
    for (let look = 0; look < 3; look += 1) await findCopies({ ...host, fs }, path, id, cache)
    expect(opened).toEqual([copy])
    utimesSync(copy, 1_700_000_000, 1_700_000_000)
    await findCopies({ ...host, fs }, path, id, cache)
    expect(opened).toEqual([copy, copy])
  })

  it('are none in a folder that cannot be read', async () => {
    const { host, id } = await workspaceNamed('w')
    expect(await findCopies(host, '/no/such/folder/w.temoin', id)).toEqual([])
  })
})

describe('the id of a workspace', () => {
  it('is read from two pages, as SQLite would read it', async () => {
    const { host, path, id } = await workspaceNamed('w')
    expect(await workspaceIdIn(host, path)).toBe(id)
  })

  it('is nothing or a plain id in whatever bytes, and reading it never fails', async () => {
    const { original } = await workspaceNamed('w')
    const whole = new Uint8Array(await readFile(original))
    const hits = fc.array(fc.tuple(fc.nat(40_000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(hits, fc.nat(whole.length), fc.boolean(), async (changes, length, cut) => {
        const bytes = whole.slice(0, cut ? length : whole.length)
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        const id = await readWorkspaceId(async (position, count) => bytes.subarray(position, position + count))
        expect(id ?? 'none').toMatch(/^[0-9a-z]{1,64}$/)
      }),
      { numRuns: 500 },
    )
  })
})
