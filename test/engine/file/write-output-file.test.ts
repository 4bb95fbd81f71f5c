import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../src/engine/file/node-file-system.ts'
import { writeOutputFile } from '../../../src/engine/file/write-output-file.ts'
import { newFolder, testHost } from './desk.ts'
import { faultyFileSystem } from './faulty-file-system.ts'

const brief = new TextEncoder().encode('Note de plaidoyer : l’eau et les volontaires. '.repeat(100))

describe('a file that a person asked for', () => {
  it('appears whole, for others to read too', async () => {
    const folder = newFolder()
    const path = join(folder, 'Note : « eau » 💧.html')
    expect(await writeOutputFile(testHost(), path, brief, { force: false })).toEqual({ ok: true, value: brief.length })
    expect(new Uint8Array(readFileSync(path))).toEqual(brief)
    expect(statSync(path).mode & 0o044).toBe(0o044)
    expect(readdirSync(folder).length).toBe(1)
  })

  it('takes the place of another only by force', async () => {
    const path = join(newFolder(), 'brief.md')
    writeFileSync(path, 'the first draft')
    expect(await writeOutputFile(testHost(), path, brief, { force: false })).toEqual({
      ok: false,
      problem: { code: 'file-exists', path },
    })
    expect(readFileSync(path, 'utf8')).toBe('the first draft')
    expect((await writeOutputFile(testHost(), path, brief, { force: true })).ok).toBe(true)
    expect(new Uint8Array(readFileSync(path))).toEqual(brief)
  })

  it('is refused over a folder and in a folder that is not there', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'briefs'))
    const answers = [
      await writeOutputFile(testHost(), join(folder, 'briefs'), brief, { force: true }),
      await writeOutputFile(testHost(), join(folder, 'nowhere', 'brief.md'), brief, { force: true }),
    ]
    expect(answers).toEqual([
      { ok: false, problem: { code: 'write-failed', path: join(folder, 'briefs'), reason: 'EISDIR' } },
      { ok: false, problem: { code: 'file-missing', path: join(folder, 'nowhere') } },
    ])
  })

  it('is there whole or not at all, whatever call fails', async () => {
    const plain = faultyFileSystem(nodeFileSystem)
    await writeOutputFile(testHost(plain), join(newFolder(), 'brief.md'), brief, { force: false })
    for (const code of ['ENOSPC', 'EIO', 'EROFS', 'EBUSY']) {
      for (let at = 1; at <= plain.calls.length; at += 1) {
        const folder = newFolder()
        const fs = faultyFileSystem(nodeFileSystem, { kind: 'error', code, at, until: 'once' })
        const written = await writeOutputFile(testHost(fs), join(folder, 'brief.md'), brief, { force: false })
        const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
        expect(files).toEqual(written.ok ? [['brief.md', new TextDecoder().decode(brief)]] : [])
      }
    }
  })

  it('is refused in a folder that cannot be written to', async () => {
    const folder = newFolder()
    chmodSync(folder, 0o555)
    const locked = {
      ...nodeFileSystem,
      open: () => Promise.reject(Object.assign(new Error(), { code: 'EACCES' })),
    }
    expect(await writeOutputFile(testHost(locked), join(folder, 'brief.md'), brief, { force: false })).toEqual({
      ok: false,
      problem: { code: 'folder-read-only', path: folder },
    })
    chmodSync(folder, 0o755)
  })
})
