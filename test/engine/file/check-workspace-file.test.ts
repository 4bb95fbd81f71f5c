import { Buffer } from 'node:buffer'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkWorkspaceFile, salvageFile } from '../../../src/engine/file/check-workspace-file.ts'
import { findLeftovers, sweepLeftovers } from '../../../src/engine/file/leftovers.ts'
import { HEADER, storyStore } from '../../storage/stories.ts'
import { inspectorHere } from '../../support/inspector-here.ts'
import { firstSave, newFolder, SQL, testHost } from './desk.ts'

const { path: goodPath } = await firstSave(newFolder(), 30)
const good = readFileSync(goodPath)

const around = () => ({ host: testHost(), sql: SQL, inspector: inspectorHere(SQL) })

function fileOf(bytes: Uint8Array): string {
  const path = join(newFolder(), 'w.temoin')
  writeFileSync(path, bytes)
  return path
}

describe('a check', () => {
  it('of a good file counts what is in it', async () => {
    expect(await checkWorkspaceFile(around(), goodPath)).toEqual({
      ok: true,
      problems: [],
      records: 30,
      changes: 120,
      attachments: 0,
      attachmentsMissing: 0,
      salvage: null,
    })
  })

  it('of a damaged file says what is wrong and what can be saved of it', async () => {
    const flipped = Buffer.from(good)
    flipped[flipped.length - 2_000] = (flipped[flipped.length - 2_000] ?? 0) ^ 8
    const path = fileOf(flipped)
    expect(await checkWorkspaceFile(around(), path)).toEqual({
      ok: false,
      problems: [{ code: 'workspace-damaged', path, what: 'checksum' }],
      records: 30,
      changes: 120,
      attachments: 0,
      attachmentsMissing: 0,
      salvage: { changes: 120, complete: true },
    })
  })

  it('of something else finds nothing to save', async () => {
    const path = fileOf(Buffer.from('Compte rendu de la réunion'))
    expect(await checkWorkspaceFile(around(), path)).toEqual({
      ok: false,
      problems: [{ code: 'not-a-workspace', path }],
      records: 0,
      changes: 0,
      attachments: 0,
      attachmentsMissing: 0,
      salvage: null,
    })
    const missing = join(newFolder(), 'w.temoin')
    expect((await checkWorkspaceFile(around(), missing)).problems).toEqual([{ code: 'file-missing', path: missing }])
  })
})

describe('a repair', () => {
  const everything = [...storyStore(30).changes()]

  it('brings back what a file holds that lost its first page, its seal, or its end', async () => {
    const noBeginning = Buffer.from(good).fill(0, 0, 4_096)
    const found = await Promise.all(
      [noBeginning, good.subarray(0, -40), good.subarray(0, -3)].map((bytes) => salvageFile(around(), fileOf(bytes))),
    )
    for (const salvaged of found) {
      expect(salvaged?.changes).toEqual(everything)
      expect(salvaged?.header).toEqual(HEADER)
    }
  })
})

describe('what killed saves left behind', () => {
  it('is found beside the file, and swept once it is old', async () => {
    const folder = newFolder()
    const { path } = await firstSave(folder)
    const names = [
      '~Équipe Sahel.temoin.0a1b2c3d.tmp',
      '~Équipe Sahel.temoin.99999999.tmp',
      '~autre.temoin.0a1b2c3d.tmp',
      '~Équipe Sahel.temoin.tmp',
    ]
    for (const name of names) writeFileSync(join(folder, name), 'x')
    const [old = '', young = ''] = names.map((name) => join(folder, name))
    utimesSync(old, 1, 1)
    utimesSync(young, Date.UTC(2026, 2, 14, 9) / 1_000, Date.UTC(2026, 2, 14, 9) / 1_000)
    expect([...(await findLeftovers(testHost(), path))].sort()).toEqual([old, young].sort())
    await sweepLeftovers(testHost(), path)
    expect(await findLeftovers(testHost(), path)).toEqual([young])
  })
})
