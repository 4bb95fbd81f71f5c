import { Buffer } from 'node:buffer'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/core/problem.ts'
import { nodeFileSystem } from '../../../src/engine/file/node-file-system.ts'
import { readWorkspaceFile } from '../../../src/engine/file/read-workspace-file.ts'
import { makeSeal } from '../../../src/engine/file/seal.ts'
import { openStore } from '../../../src/storage/store.ts'
import { firstSave, imageWith, newFolder, SQL, testHost } from './desk.ts'

const { path: goodPath } = await firstSave(newFolder(), 30)
const good = readFileSync(goodPath)
const other = readFileSync((await firstSave(newFolder(), 31)).path)
const folder = newFolder()

/** What the app answers to a file of these bytes: opened with everything in it, or a problem. */
async function answerTo(bytes: Uint8Array): Promise<{ readonly changes: number } | Problem> {
  const path = join(folder, 'w.temoin')
  writeFileSync(path, bytes)
  const read = await readWorkspaceFile(testHost(), path)
  if (!read.ok) return read.problem
  const opened = openStore(SQL, read.value.image, path)
  if (!opened.ok) return opened.problem
  const store = opened.value
  // Whatever opens can be read to its end, and saved.
  const changes = [...store.changes()].length
  const bySubject = store.subjects().map(({ subject }) => store.changesOf(subject).length)
  expect([store.changeCount(), bySubject.reduce((sum, count) => sum + count, 0)]).toEqual([changes, changes])
  expect([...store.texts(), ...store.cards()].length).toBeLessThan(1_000)
  expect(store.toImage({ canonical: true }).length).toBeGreaterThan(0)
  store.close()
  return { changes }
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const answer = await answerTo(bytes)
  if ('changes' in answer) return `opened with ${answer.changes}`
  return 'what' in answer ? `${answer.code} ${answer.what}` : answer.code
}

async function sealed(image: Uint8Array): Promise<Uint8Array> {
  return Buffer.concat([image, (await makeSeal(image)).seal])
}

/** Another program that knows SQLite and nothing of us. */
function sqlite(path: string, sql: string): void {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

describe('a file that is no good workspace', () => {
  it('is missing, unreadable, empty or something else, and told apart', async () => {
    const path = join(folder, 'nowhere.temoin')
    expect(await readWorkspaceFile(testHost(), path)).toEqual({ ok: false, problem: { code: 'file-missing', path } })
    const below = join(goodPath, 'w.temoin')
    expect(await readWorkspaceFile(testHost(), below)).toEqual({
      ok: false,
      problem: { code: 'file-missing', path: below },
    })
    mkdirSync(path)
    expect(await readWorkspaceFile(testHost(), path)).toEqual({
      ok: false,
      problem: { code: 'file-unreadable', path, reason: 'EISDIR' },
    })
    const cloud = { ...nodeFileSystem, open: () => Promise.reject(Object.assign(new Error(), { code: 'EIO' })) }
    expect(await readWorkspaceFile(testHost(cloud), goodPath)).toEqual({
      ok: false,
      problem: { code: 'file-not-available', path: goodPath, reason: 'EIO' },
    })
  })

  it.each([
    ['nothing', async () => new Uint8Array(), 'file-empty'],
    ['one byte', async () => good.subarray(0, 1), 'not-a-workspace'],
    ['a text', async () => Buffer.from('Réunion du 14 mars à Kaya'), 'not-a-workspace'],
    [
      'a Word document',
      async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(50_000, 7)]),
      'not-a-workspace',
    ],
    ['SQLite’s signature alone', async () => good.subarray(0, 16), 'workspace-damaged length'],
    ['a workspace cut in the first page', async () => good.subarray(0, 700), 'workspace-damaged length'],
    ['a workspace cut in the middle', async () => good.subarray(0, good.length / 2), 'workspace-damaged length'],
    ['a workspace cut at a page', async () => good.subarray(0, 5 * 16_384), 'workspace-damaged length'],
    ['a workspace cut by one byte', async () => good.subarray(0, -1), 'workspace-damaged length'],
    ['a workspace without its seal', async () => good.subarray(0, -40), 'workspace-damaged checksum'],
    [
      'a workspace with something after its seal',
      async () => Buffer.concat([good, Buffer.from('x')]),
      'workspace-damaged length',
    ],
    ['a workspace twice', async () => Buffer.concat([good, good]), 'workspace-damaged length'],
    ['zeros as long as a workspace', async () => new Uint8Array(good.length), 'file-not-available'],
    [
      'a workspace whose first sectors are zeros',
      async () => Buffer.from(good).fill(0, 0, 4_096),
      'workspace-damaged header',
    ],
    [
      'a workspace whose last sectors are zeros',
      async () => Buffer.from(good).fill(0, good.length - 4_096),
      'workspace-damaged checksum',
    ],
    [
      'a workspace with the seal of another',
      async () => Buffer.concat([good.subarray(0, -40), other.subarray(-40)]),
      'workspace-damaged checksum',
    ],
    [
      'half of one workspace and half of another',
      async () => Buffer.concat([good.subarray(0, 65_536), other.subarray(65_536)]),
      'workspace-damaged checksum',
    ],
    ['a seal alone', async () => good.subarray(-40), 'workspace-damaged header'],
    ['sealed nonsense', () => sealed(Buffer.alloc(20_000, 1)), 'not-a-workspace'],
    ['a sealed image that is too short', () => sealed(good.subarray(0, 5 * 16_384)), 'workspace-damaged length'],
  ])('is refused for what it is: %s', async (_, bytes, code) => {
    expect(await codeOf(await bytes())).toBe(code)
  })

  it('that another program made with SQLite is called no workspace', async () => {
    const path = join(newFolder(), 'photos.db')
    sqlite(path, 'CREATE TABLE photo (name); INSERT INTO photo VALUES (1)')
    expect(await codeOf(readFileSync(path))).toBe('not-a-workspace')
    expect(await codeOf(await sealed(readFileSync(path)))).toBe('not-a-workspace')
  })

  it('that another program has written to is refused, and so is one of a later version', async () => {
    for (const sql of [
      'DELETE FROM text WHERE rowid = 1',
      'INSERT INTO text SELECT subject, field, locale || 1, text FROM text',
      'VACUUM',
    ]) {
      const path = join(newFolder(), 'w.temoin')
      writeFileSync(path, good)
      sqlite(path, sql)
      expect(await codeOf(readFileSync(path))).toMatch(/^workspace-damaged (checksum|length)$/)
    }
    const path = join(newFolder(), 'w.temoin')
    writeFileSync(path, imageWith(1))
    sqlite(path, 'PRAGMA user_version = 2')
    expect(await answerTo(await sealed(readFileSync(path)))).toEqual({
      code: 'workspace-too-new',
      path: join(folder, 'w.temoin'),
      theirs: 2,
      ours: 1,
    })
  })
})

describe('a damaged file', () => {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('bit' as const), at: place, bit: fc.integer({ min: 0, max: 7 }) }),
    fc.record({ kind: fc.constant('sector' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ kind: fc.constant('page' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ kind: fc.constant('cut' as const), at: place }),
    fc.record({ kind: fc.constant('tail' as const), at: place }),
    fc.record({ kind: fc.constant('splice' as const), at: place }),
    fc.record({ kind: fc.constant('swap' as const), at: place, with: place }),
  )
  type Damage = typeof damage extends fc.Arbitrary<infer Kind> ? Kind : never

  function inflict(how: Damage): Uint8Array {
    const bytes = Buffer.from(good)
    const at = Math.floor(how.at * bytes.length)
    const block = (size: number, from = at) => Math.floor(from / size) * size
    switch (how.kind) {
      case 'bit':
        bytes[at] = (bytes[at] ?? 0) ^ (1 << how.bit)
        return bytes
      case 'sector':
        return bytes.fill(how.byte, block(512), Math.min(block(512) + 512, bytes.length))
      case 'page':
        return bytes.fill(how.byte, block(4_096), Math.min(block(4_096) + 4_096, bytes.length))
      case 'cut':
        return bytes.subarray(0, at)
      case 'tail':
        return bytes.fill(0, at)
      case 'splice':
        return Buffer.concat([bytes.subarray(0, block(512)), other.subarray(block(512))])
      case 'swap': {
        const there = block(512, Math.floor(how.with * bytes.length))
        const sector = Buffer.from(bytes.subarray(block(512), block(512) + 512))
        bytes.copy(bytes, block(512), there, there + 512)
        sector.copy(bytes, there)
        return bytes
      }
    }
  }

  it('is refused, or is not damaged at all', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const bytes = inflict(how)
        const answer = await answerTo(bytes)
        if ('changes' in answer) return Buffer.compare(bytes, good) === 0 || Buffer.compare(bytes, other) === 0
        return ['workspace-damaged', 'not-a-workspace', 'file-empty', 'file-not-available'].includes(answer.code)
      }),
      { numRuns: 600 },
    )
  }, 120_000)

  it('that somebody has sealed anew is refused or opens; it never takes the program down', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (hows) => {
        const image = Buffer.from(good.subarray(0, -40))
        for (const how of hows) {
          const hurt = inflict(how).subarray(0, image.length)
          for (let at = 0; at < hurt.length; at += 1) if (hurt[at] !== good[at]) image[at] = hurt[at] ?? 0
        }
        const answer = await answerTo(await sealed(image))
        if ('changes' in answer) return answer.changes > 0
        return ['workspace-damaged', 'not-a-workspace', 'workspace-too-new'].includes(answer.code)
      }),
      { numRuns: 400 },
    )
  }, 120_000)
})

describe('a good file', () => {
  it('can be read by plain SQLite, seal and all', () => {
    const database = new DatabaseSync(goodPath, { readOnly: true })
    const answers = [
      'PRAGMA integrity_check',
      'PRAGMA application_id',
      'SELECT count(*) AS changes, count(DISTINCT subject) AS subjects FROM change',
      "SELECT json_extract(value, '$.code') AS code FROM change WHERE field = 'sdgs' LIMIT 1",
    ].map((sql) => ({ ...database.prepare(sql).get() }))
    database.close()
    expect(answers).toEqual([
      { integrity_check: 'ok' },
      { application_id: 0x544d4e31 },
      { changes: 120, subjects: 30 },
      { code: '6.1' },
    ])
  })

  it('is read-only where it, or its folder, cannot be written to', async () => {
    const fs = { ...nodeFileSystem, canWrite: async (path: string) => path === goodPath }
    const read = await readWorkspaceFile(testHost(fs), goodPath)
    expect(read.ok && read.value.readOnly).toBe(true)
    const plain = await readWorkspaceFile(testHost(), goodPath)
    expect(plain.ok && plain.value.readOnly).toBe(false)
  })
})
