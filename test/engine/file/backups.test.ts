import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backupName,
  listBackups,
  outdatedBackups,
  pruneBackups,
  readBackupName,
} from '../../../src/engine/file/backups.ts'
import { saveWorkspaceFile } from '../../../src/engine/file/save-workspace-file.ts'
import { firstSave, imageWith, newFolder, testHost } from './desk.ts'

const DAY = 24 * 60 * 60 * 1_000
const NOON = Date.UTC(2026, 2, 14, 12)

function backupsAt(times: readonly number[]) {
  return times.flatMap((at, index) => readBackupName(backupName(at, index.toString(16).padStart(64, '0'))) ?? [])
}

describe('the name of a backup', () => {
  it('says when and what, in letters that every disk takes', () => {
    const name = backupName(Date.UTC(2026, 2, 14, 9, 26, 53, 589), 'a1'.repeat(32))
    expect(name).toBe('20260314-092653-589-a1a1a1a1a1a1a1a1.temoin')
    expect(readBackupName(name)).toEqual({
      name,
      at: Date.UTC(2026, 2, 14, 9, 26, 53, 589),
      digest: 'a1a1a1a1a1a1a1a1',
    })
    expect(readBackupName('Équipe Sahel.temoin')).toBeUndefined()
  })

  it('comes back as it went in, be the clock in 1970 or in 2090', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2090, 1) }), (at) => {
        expect(readBackupName(backupName(at, '0'.repeat(64)))?.at).toBe(at)
      }),
    )
  })
})

describe('backups that have had their time', () => {
  it('are all but ten recent ones, one a day for a week and one a week for a month', () => {
    const everyHour = backupsAt(Array.from({ length: 24 * 60 }, (_, hour) => NOON - hour * 60 * 60 * 1_000))
    const outdated = new Set(outdatedBackups(everyHour))
    const kept = everyHour.filter((backup) => !outdated.has(backup)).map(({ at }) => (NOON - at) / DAY)
    expect(kept.filter((days) => days < 10 / 24).length).toBe(10)
    // Weeks are counted from Thursday, 1 January 1970: this one, and those that ended 2, 9 and 16 days ago.
    expect(kept.filter((days) => days >= 10 / 24).map(Math.floor)).toEqual([0, 1, 2, 3, 4, 5, 9, 16])
  })

  it('are never the ten latest, however the clock jumped', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: Date.UTC(2090, 1) }), { maxLength: 60 }), (times) => {
        const backups = backupsAt(times)
        const outdated = new Set(outdatedBackups(backups))
        const latest = [...backups].sort((a, b) => b.at - a.at).slice(0, 10)
        expect(latest.some((backup) => outdated.has(backup) && latest.length < 10)).toBe(false)
        expect(backups.length - outdated.size).toBeLessThanOrEqual(21)
        expect(backups.length - outdated.size).toBeGreaterThanOrEqual(Math.min(10, backups.length))
      }),
    )
  })

  it('go with the next save, and nothing else in the folder does', async () => {
    const { host, path, backups, fingerprint } = await firstSave(newFolder())
    let expected = fingerprint
    for (let count = 0; count < 14; count += 1) {
      const saved = await saveWorkspaceFile(host, path, imageWith(count % 2), { expected, backups })
      if (!saved.ok) throw new Error(saved.problem.code)
      expected = saved.value.fingerprint
      if (count === 0) writeFileSync(join(backups, 'notes de terrain.txt'), 'à garder')
    }
    expect((await listBackups(host, backups)).length).toBe(10)
    expect(readdirSync(backups).length).toBe(11)
  })

  it('are nobody’s trouble where there is no such folder', async () => {
    await pruneBackups(testHost(), join(newFolder(), 'nowhere'), [])
    expect(await listBackups(testHost(), join(newFolder(), 'nowhere'))).toEqual([])
  })
})
