import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../src/engine/file/node-file-system.ts'
import { readWorkspaceFile } from '../../../src/engine/file/read-workspace-file.ts'
import { inTurn } from '../../../src/engine/file/save-lock.ts'
import { saveWorkspaceFile } from '../../../src/engine/file/save-workspace-file.ts'
import { firstSave, imageWith, newFolder, testHost } from './desk.ts'

const everybodyRuns = {
  isRunning: () => true,
  sleep: (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis / 50)),
}

describe('programs that save one workspace', () => {
  it('do so one after the other', async () => {
    const folder = newFolder()
    let inside = 0
    const turns: number[] = []
    const program = (process: number) =>
      inTurn({ ...testHost(nodeFileSystem, process), ...everybodyRuns }, folder, async () => {
        inside += 1
        expect(inside).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 5))
        inside -= 1
        turns.push(process)
      })
    await Promise.all([1, 2, 3, 4].map(program))
    expect(new Set(turns)).toEqual(new Set([1, 2, 3, 4]))
    expect(readdirSync(folder)).toEqual([])
  })

  it('never lose one of two saves: whoever comes second is told that the file has changed', async () => {
    const { path, backups, fingerprint } = await firstSave(newFolder())
    const saves = await Promise.all(
      [1, 2, 3, 4].map((process) =>
        saveWorkspaceFile({ ...testHost(nodeFileSystem, process), ...everybodyRuns }, path, imageWith(10 + process), {
          expected: fingerprint,
          backups,
        }),
      ),
    )
    const [first] = saves.filter((saved) => saved.ok)
    expect(saves.filter((saved) => saved.ok).length).toBe(1)
    expect(saves.flatMap((saved) => (saved.ok ? [] : saved.problem.code))).toEqual(
      Array(3).fill('file-changed-on-disk'),
    )
    const read = await readWorkspaceFile(testHost(), path)
    expect(read.ok && first?.ok && read.value.fingerprint.sha256 === first.value.fingerprint.sha256).toBe(true)
  })

  it('do not wait for one that was killed, nor for a lock of long ago', async () => {
    const folder = newFolder()
    const lock = join(folder, 'saving.lock')
    for (const isRunning of [() => false, () => true]) {
      writeFileSync(lock, '77')
      if (isRunning()) utimesSync(lock, 1, 1)
      const host = { ...testHost(), isRunning }
      expect(await inTurn(host, folder, async () => host.slept.length)).toBe(1)
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('go ahead without a lock that cannot be had', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'saving.lock'))
    const host = { ...testHost(), isRunning: () => true }
    expect(await inTurn(host, folder, async () => 'saved')).toBe('saved')
    expect(await inTurn(host, join(folder, 'saving.lock', 'x', '\0'), async () => 'saved').catch(() => 'threw')).toBe(
      'saved',
    )
  })
})
