import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspaceFile } from '../../../src/engine/workspace-file.ts'
import { deskAt, useTestTimers } from '../../support/desk.ts'
import { computer, must, newFolder, problemOf, title } from '../../support/engine.ts'

useTestTimers()

/** Three saves, so two earlier versions; then the file is damaged while nobody has it open. */
async function damagedFile(damage: (bytes: Buffer) => Buffer = (bytes) => bytes.fill(0, 0, 20_000)) {
  const environment = computer({ author: 'Ana' })
  const desk = deskAt(environment)
  const path = join(newFolder(), 'Équipe Sahel.temoin')
  must(await desk.session.create({ path, name: 'Équipe Sahel', lang: 'fr', force: false }))
  for (const name of ['Comités de l’eau', 'Les clés de la pompe']) {
    await desk.create([title(name)])
    must(await desk.session.save())
  }
  await desk.session.close()
  const bytes = damage(readFileSync(path))
  writeFileSync(path, bytes)
  return { environment, desk, path, bytes }
}

async function recordsIn(path: string): Promise<number> {
  const { workspace } = must(await openWorkspaceFile(computer({ author: 'Eva' }), path))
  const count = workspace.store.cards('case-study').length
  workspace.store.close()
  return count
}

describe('the earlier versions of a damaged file', () => {
  it('are listed, latest first, with how much is in each', async () => {
    const { desk, path } = await damagedFile()
    expect(problemOf(await desk.session.openPath(path)).code).toBe('workspace-damaged')
    const versions = must(await desk.calls['versions.list']({ path }))
    expect(versions.map(({ kind }) => kind)).toEqual(['backup', 'backup'])
    expect(versions.map(({ at }) => at)).toEqual(versions.map(({ at }) => at).toSorted((a, b) => b - a))
    const contents = await Promise.all(
      versions.map(async ({ id }) => desk.calls['versions.look']({ path, version: id })),
    )
    expect(contents.map((content) => must(content).records)).toEqual([1, 0])
  })

  it('are found by the path even where not one byte of the file is left, on a later day too', async () => {
    const { environment, path } = await damagedFile(() => Buffer.from('rien'))
    const again = deskAt(computer({ author: 'Ana', dataFolder: environment.dataFolder }))
    expect(must(await again.calls['versions.list']({ path }))).toHaveLength(2)
    rmSync(path)
    expect(must(await again.calls['versions.list']({ path }))).toHaveLength(2)
  })

  it('are found by what can still be read where the file was never opened at this path', async () => {
    const { desk, path } = await damagedFile((bytes) => bytes.fill(0, bytes.length - 100))
    const moved = join(newFolder(), 'ailleurs.temoin')
    renameSync(path, moved)
    expect(must(await desk.calls['versions.list']({ path: moved }))).toHaveLength(2)
  })

  it('open as files of their own; the damaged one stays as it is', async () => {
    const { desk, path, bytes } = await damagedFile()
    const [version] = must(await desk.calls['versions.list']({ path }))
    const to = join(dirname(path), 'Équipe Sahel du 14 mars.temoin')
    must(await desk.calls['versions.open']({ path, version: version?.id ?? '', to }))
    expect(await recordsIn(to)).toBe(1)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(must(await desk.session.openPath(to)).records).toBe(1)
  })

  it('take the place of the damaged file only once that one is kept', async () => {
    const { environment, desk, path, bytes } = await damagedFile()
    const [version] = must(await desk.calls['versions.list']({ path }))
    must(await desk.calls['versions.open']({ path, version: version?.id ?? '', to: path }))
    expect(await recordsIn(path)).toBe(1)
    const [folder = ''] = readdirSync(environment.backupsFolder)
    const kept = readdirSync(join(environment.backupsFolder, folder)).map((name) =>
      readFileSync(join(environment.backupsFolder, folder, name)),
    )
    expect(kept.some((backup) => backup.equals(bytes))).toBe(true)
  })

  it('that are damaged themselves say so and are not handed out', async () => {
    const { environment, desk, path } = await damagedFile()
    const [version] = must(await desk.calls['versions.list']({ path }))
    const id = version?.id ?? ''
    const [folder = ''] = readdirSync(environment.backupsFolder)
    const backup = join(environment.backupsFolder, folder, basename(id))
    writeFileSync(backup, readFileSync(backup).fill(7, 20_000, 30_000))
    expect(problemOf(await desk.calls['versions.look']({ path, version: id })).code).toBe('workspace-damaged')
    const to = join(newFolder(), 'copie.temoin')
    expect(problemOf(await desk.calls['versions.open']({ path, version: id, to })).code).toBe('workspace-damaged')
    expect(existsSync(to)).toBe(false)
  })

  it('are only those of the list: a name that climbs out of its folder is none', async () => {
    const { desk, path } = await damagedFile()
    for (const version of ['backup/../../preferences.json', '/etc/passwd', 'beside/x']) {
      expect(problemOf(await desk.calls['versions.look']({ path, version })).code).toBe('file-missing')
    }
  })
})

describe('what a killed save left behind', () => {
  it('is offered where the file is damaged, and swept where it is not', async () => {
    const { desk, path, environment } = await damagedFile()
    const [version] = must(await desk.calls['versions.list']({ path }))
    const [folder = ''] = readdirSync(environment.backupsFolder)
    const leftover = join(dirname(path), `~${basename(path)}.0a1b2c3d.tmp`)
    const good = readFileSync(join(environment.backupsFolder, folder, basename(version?.id ?? '')))
    writeFileSync(leftover, good)
    utimesSync(leftover, 1, 1)
    const found = must(await desk.calls['versions.list']({ path })).find(({ kind }) => kind === 'leftover')
    expect(must(await desk.calls['versions.look']({ path, version: found?.id ?? '' })).records).toBe(1)
    expect(problemOf(await desk.session.openPath(path)).code).toBe('workspace-damaged')
    expect(existsSync(leftover)).toBe(true)
    writeFileSync(path, good)
    must(await desk.session.openPath(path))
    expect(existsSync(leftover)).toBe(false)
  })
})

describe('what can be salvaged', () => {
  it('is counted, saved as a new file, and opens', async () => {
    const { desk, path, bytes } = await damagedFile((good) => good.fill(0, good.length - 100))
    const left = must(await desk.calls['versions.salvage']({ path }))
    expect(left).toMatchObject({ records: 2, complete: true })
    const to = join(dirname(path), 'réparé.temoin')
    must(await desk.calls['versions.saveSalvaged']({ path, to }))
    expect(await recordsIn(to)).toBe(2)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })
})
