import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { imageOf, makeSeal } from '../../src/engine/file/seal.ts'
import { mergeFiles, openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import { computer, must, problemOf, record, SQL, title, twoCopies } from '../support/engine.ts'

/** Makes of a workspace file what a later version would have made of it. */
async function inLaterVersion(path: string, sql = ''): Promise<Buffer> {
  const database = new SQL.Database(imageOf(readFileSync(path)))
  database.run(`${sql}; PRAGMA user_version = 9`)
  const image = database.export()
  database.close()
  const bytes = Buffer.concat([image, (await makeSeal(image)).seal])
  writeFileSync(path, bytes)
  return bytes
}

/** Luc's copy has two records that Ana's has not. */
async function lucIsAhead() {
  const { ana, luc } = await twoCopies()
  const id = record(luc.workspace, [title('Comités de l’eau')])
  record(luc.workspace, [title('Les clés de la pompe')])
  must(await saveOpenFile(luc.environment, luc.file))
  return { ana, luc, id }
}

describe('a copy that a later version has made', () => {
  it('brings what it has into ours, changes included that we do not understand', async () => {
    const { ana, luc, id } = await lucIsAhead()
    await inLaterVersion(
      luc.file.path,
      "CREATE TABLE consent (a); UPDATE change SET op = 'weave' WHERE field = 'title'",
    )
    must(await mergeFiles(ana.environment, ana.workspace, [luc.file.path], { dryRun: false }))
    must(await saveOpenFile(ana.environment, ana.file))
    const again = must(await openWorkspaceFile(computer({ author: 'Eva' }), ana.file.path))
    expect(again.readOnly).toBe(false)
    expect([...again.workspace.store.changes()].filter(({ op }) => op === 'weave')).toHaveLength(2)
    expect(again.workspace.store.changesOf(id)).toHaveLength(luc.workspace.store.changesOf(id).length)
  })

  it('is not merged where its changes hold more than ours can: half of one would pass for the whole from then on', async () => {
    const { ana, luc } = await lucIsAhead()
    await inLaterVersion(luc.file.path, 'ALTER TABLE change ADD COLUMN signature TEXT')
    const before = ana.workspace.store.changeCount()
    const merged = await mergeFiles(ana.environment, ana.workspace, [luc.file.path], { dryRun: false })
    expect(problemOf(merged)).toEqual({ code: 'workspace-too-new', path: luc.file.path, theirs: 9, ours: 1 })
    expect(ana.workspace.store.changeCount()).toBe(before)
  })

  it('is never saved over, even where it has taken the place of the file that is open', async () => {
    const { ana } = await lucIsAhead()
    record(ana.workspace, [title('Ce qu’Ana écrit entre-temps')])
    const { path } = ana.file
    const newer = await inLaterVersion(path, 'CREATE TABLE consent (a)')
    const saved = await saveOpenFile(ana.environment, ana.file)
    expect(problemOf(saved)).toEqual({ code: 'workspace-too-new', path, theirs: 9, ours: 1 })
    expect(readFileSync(path).equals(newer)).toBe(true)
  })
})
