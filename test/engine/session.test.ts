import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import type { FileSystem } from '../../src/engine/file/file-system.ts'
import { imageOf, makeSeal } from '../../src/engine/file/seal.ts'
import { mergeFiles, openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import { deskAt, pass, penOn, useTestTimers } from '../support/desk.ts'
import {
  computer,
  type ComputerOptions,
  must,
  newFolder,
  problemOf,
  QUICK_DISK,
  record,
  title,
} from '../support/engine.ts'
import { mortalDisk } from '../support/mortal-disk.ts'

useTestTimers()

const EIO = Object.assign(new Error('EIO'), { code: 'EIO' })

/** Ana at her computer, with a new workspace open. */
async function anaAtHerDesk(options: Partial<ComputerOptions> = {}) {
  const environment = computer({ author: 'Ana', ...options })
  const desk = deskAt(environment)
  const path = join(newFolder(), 'Équipe Sahel.temoin')
  must(await desk.session.create({ path, name: 'Équipe Sahel', lang: 'fr', force: false }))
  return { environment, desk, path }
}

/** The same computer after the program was killed and started again. */
async function startAgain({ dataFolder }: EngineEnvironment, path: string, options: Partial<ComputerOptions> = {}) {
  const environment = computer({ author: 'Ana', dataFolder, ...options })
  const desk = deskAt(environment)
  const status = must(await desk.session.openPath(path))
  return { environment, desk, status }
}

function journals({ journalFolder }: EngineEnvironment): readonly string[] {
  return existsSync(journalFolder) ? readdirSync(journalFolder) : []
}

/** What stands in the file now, seen from another computer. */
async function inTheFile(path: string) {
  const luc = computer({ author: 'Luc' })
  return must(await openWorkspaceFile(luc, path)).workspace
}

describe('a session', () => {
  it('makes a workspace, takes typing in, and has it in the file after a pause', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    expect(desk.session.status()).toMatchObject({
      path,
      name: 'Équipe Sahel',
      lang: 'fr',
      readOnly: false,
      records: 0,
      recovered: 0,
      recoveredRecords: 0,
    })
    const id = await desk.create([title('Comités de l’eau')])
    const pen = await penOn(desk, id)
    await pen.write('Les femmes ')
    await pen.write('gardent les clés.')
    expect(await desk.text(id)).toBe('Les femmes gardent les clés.')
    expect(desk.session.status()).toMatchObject({ records: 1, save: { kind: 'waiting' } })
    await pass(desk, 1_500)
    expect(desk.session.status()?.save.kind).toBe('saved')
    expect(journals(environment)).toEqual([])
    const file = await inTheFile(path)
    expect(file.store.card(id)?.titles).toEqual({ fr: 'Comités de l’eau' })
    expect(must(file.view(id)).rich['body:fr']?.text).toBe('Les femmes gardent les clés.')
    expect(file.store.changesOf(id).filter((change) => change.op === 'edit')).toHaveLength(1)
  })

  it('has typing in the journal before it is in the log', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    must(await desk.session.save())
    const before = desk.open().workspace.store.changeCount()
    const pen = await penOn(desk, id)
    await pen.write('Les femmes gardent les clés.')
    await desk.journalled()
    expect(desk.open().workspace.store.changeCount()).toBe(before)
    const [journal = ''] = journals(environment)
    expect(readFileSync(join(environment.journalFolder, journal), 'latin1')).toContain('TMNJ')
    const again = await startAgain(environment, path)
    expect(await again.desk.text(id)).toBe('Les femmes gardent les clés.')
  })

  it('brings back what was typed, once, when it was killed before the save', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    must(await desk.session.save())
    const pen = await penOn(desk, id)
    await pen.write('Les femmes gardent les clés. ')
    await desk.change(id, [title('Comités villageois de l’eau')])
    desk.open().edits.seal()
    await pen.write('Les jeunes tiennent le registre.')
    await desk.journalled()

    const again = await startAgain(environment, path)
    // The title, the sealed typing, and the typing that was not sealed.
    expect(again.status).toMatchObject({ recovered: 3, save: { kind: 'waiting' } })
    expect(await again.desk.text(id)).toBe('Les femmes gardent les clés. Les jeunes tiennent le registre.')
    expect(again.desk.open().workspace.store.card(id)?.titles).toEqual({ fr: 'Comités villageois de l’eau' })
    must(await again.desk.session.save())
    expect(journals(environment)).toEqual([])

    const third = await startAgain(environment, path)
    expect(third.status).toMatchObject({ recovered: 0, save: { kind: 'saved' } })
    expect(await third.desk.text(id)).toBe('Les femmes gardent les clés. Les jeunes tiennent le registre.')
  })

  it('finds nothing to bring back when it was killed after the save, however much the journal still holds', async () => {
    const disk = mortalDisk()
    const { environment, desk, path } = await anaAtHerDesk({ fs: disk.fs })
    const id = await desk.create([title('Comités de l’eau')])
    const pen = await penOn(desk, id)
    await pen.write('Les femmes ')
    await pen.write('gardent les clés.')
    await desk.journalled()
    // Killed when the new file is in place and nothing has been tidied up.
    const { unlink } = disk.fs
    Object.assign(disk.fs, {
      unlink: (name: string) => {
        if (name.endsWith('.journal')) disk.die()
        return unlink(name)
      },
    })
    await desk.session.save()
    expect(disk.isDead()).toBe(true)
    expect(journals(environment)).not.toEqual([])
    const again = await startAgain(environment, path)
    expect(again.status.recovered).toBe(0)
    expect(await again.desk.text(id)).toBe('Les femmes gardent les clés.')
    expect(journals(environment)).toEqual([])
  })

  it('leaves a record deleted that was typed into, deleted, and then the program killed', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    must(await desk.session.save())
    const pen = await penOn(desk, id)
    await pen.write('Les femmes ')
    await pen.write('gardent les clés.')
    must(await desk.calls['records.delete']({ ids: [id] }))
    await desk.journalled()
    const again = await startAgain(environment, path)
    expect(again.desk.open().workspace.store.card(id)).toMatchObject({ deleted: true, contested: 0 })
  })

  it('leaves a record deleted whose creation was taken back while it was typed into', async () => {
    const { desk } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    const pen = await penOn(desk, id)
    await pen.write('Les femmes gardent les clés.')
    must(await desk.calls['history.undo']({}))
    await pass(desk, 5_000)
    expect(desk.open().workspace.store.card(id)).toMatchObject({ deleted: true, contested: 0 })
  })

  it('saves and closes, and opens again as it was', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    const pen = await penOn(desk, id)
    await pen.write('Les femmes gardent les clés.')
    await desk.session.close()
    expect(desk.session.status()).toBeNull()
    expect(problemOf(await desk.calls['records.view']({ id }))).toEqual({ code: 'workspace-not-open' })
    expect(journals(environment)).toEqual([])
    must(await desk.session.openPath(path))
    expect(await desk.text(id)).toBe('Les femmes gardent les clés.')
  })

  it('loses nothing of what is typed while a save is under way and the window is being closed', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    const pen = await penOn(desk, id)
    await pen.write('un ')
    const saving = desk.session.save()
    await pen.write('deux ')
    const closing = desk.session.close()
    await pen.write('trois ')
    await Promise.all([saving, closing])
    const again = await startAgain(environment, path)
    expect(await again.desk.text(id)).toBe('un deux trois ')
  })

  it('saves the workspace that was open before it opens another', async () => {
    const { desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    const other = join(newFolder(), 'Otro equipo.temoin')
    must(await desk.session.create({ path: other, name: 'Otro equipo', lang: 'es', force: false }))
    expect(desk.session.status()).toMatchObject({ path: other, name: 'Otro equipo', lang: 'es', records: 0 })
    expect((await inTheFile(path)).store.card(id)?.titles).toEqual({ fr: 'Comités de l’eau' })
  })

  it('keeps the workspace open when another cannot be made or opened', async () => {
    const { desk, path } = await anaAtHerDesk()
    const folder = newFolder()
    writeFileSync(join(folder, 'notes.txt'), 'Ceci n’est pas un classeur.')
    expect(problemOf(await desk.session.openPath(join(folder, 'notes.txt'))).code).toBe('not-a-workspace')
    expect(problemOf(await desk.session.openPath(join(folder, 'absent.temoin'))).code).toBe('file-missing')
    const nowhere = { path: join(folder, 'nulle part', 'x.temoin'), name: 'x', lang: 'fr', force: true } as const
    expect(problemOf(await desk.session.create(nowhere)).code).toBe('file-missing')
    expect(desk.session.status()?.path).toBe(path)
    expect(await desk.create([title('Comités de l’eau')])).not.toBe('')
  })

  it('replaces a file that is no workspace where it is told to, and not otherwise', async () => {
    const desk = deskAt(computer({ author: 'Ana' }))
    const path = join(newFolder(), 'Équipe Sahel.temoin')
    writeFileSync(path, '')
    const wanted = { path, name: 'Équipe Sahel', lang: 'fr' } as const
    expect(problemOf(await desk.session.create({ ...wanted, force: false }))).toEqual({ code: 'file-exists', path })
    must(await desk.session.create({ ...wanted, force: true }))
    expect((await inTheFile(path)).store.changeCount()).toBe(2)
  })
})

describe('a file that somebody else writes', () => {
  it('is merged first, and nothing of either side is lost', async () => {
    const { desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    const pen = await penOn(desk, id)
    await pen.write('Ana. ')
    must(await desk.session.save())

    const lucs = computer({ author: 'Luc' })
    const theirs = must(await openWorkspaceFile(lucs, path))
    const more = record(theirs.workspace, [title('Brigades de jeunes')])
    must(theirs.workspace.change(id, [{ op: 'add', field: 'sdgs', value: '6' }]))
    must(await saveOpenFile(lucs, theirs))

    await pen.write('Encore Ana.')
    const status = must(await desk.session.save())
    expect(status).toMatchObject({ records: 2, save: { kind: 'saved' } })
    expect(desk.told).toContainEqual(
      expect.objectContaining({ name: 'subjects.changed', event: expect.objectContaining({ origin: 'merge' }) }),
    )
    expect(desk.told).toContainEqual({
      name: 'workspace.merged',
      event: expect.objectContaining({ how: 'arrived', from: [path] }),
    })
    const file = await inTheFile(path)
    expect(file.store.card(more)?.titles).toEqual({ fr: 'Brigades de jeunes' })
    expect(file.store.card(id)?.sdgs.map((tag) => tag.code)).toEqual(['6'])
    expect(must(file.view(id)).rich['body:fr']?.text).toBe('Ana. Encore Ana.')
  })

  it('may be open in two programs, and both end with all of it', async () => {
    const first = await anaAtHerDesk()
    const id = await first.desk.create([title('Comités de l’eau')])
    must(await first.desk.session.save())
    const second = deskAt(computer({ author: 'Luc' }))
    must(await second.session.openPath(first.path))
    const anas = await penOn(first.desk, id)
    const lucs = await penOn(second, id)
    await anas.write('Ana écrit. ')
    await lucs.write('Luc escribe. ')
    const lucsOwn = await second.create([title('Brigades de jeunes')])
    must(await first.desk.session.save())
    must(await second.session.save())
    await anas.write('Ana ajoute. ')
    must(await first.desk.session.save())
    const texts = [await first.desk.text(id), must((await inTheFile(first.path)).view(id)).rich['body:fr']?.text ?? '']
    for (const text of texts) {
      expect(['Ana écrit. ', 'Luc escribe. ', 'Ana ajoute. '].map((part) => text.split(part).length)).toEqual([2, 2, 2])
    }
    expect((await first.desk.view(lucsOwn)).author).toBe('Luc')
  })

  it('does not take the journal of another program of this computer that still runs', async () => {
    const first = await anaAtHerDesk({ process: 11 })
    const id = await first.desk.create([title('Comités de l’eau')])
    must(await first.desk.session.save())
    const pen = await penOn(first.desk, id)
    await pen.write('Ana écrit. ')
    await first.desk.journalled()
    const { dataFolder } = first.environment
    const second = deskAt(computer({ author: 'Ana', dataFolder, process: 12, isRunning: (id) => id === 11 }))
    must(await second.session.openPath(first.path))
    must(await second.session.save())
    expect(journals(first.environment)).toHaveLength(1)
    await pen.write('Ana ajoute.')
    await first.desk.journalled()
    const third = await startAgain(first.environment, first.path)
    expect(await third.desk.text(id)).toBe('Ana écrit. Ana ajoute.')
  })

  it('is not overwritten by one that has another workspace in it meanwhile', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    must(await desk.session.save())
    const stranger = deskAt(computer({ author: 'Eva' }))
    must(await stranger.session.create({ path, name: 'Otro equipo', lang: 'es', force: true }))
    await desk.change(id, [title('Comités villageois de l’eau')])
    expect(problemOf(await desk.session.save())).toEqual({ code: 'workspace-foreign', path })
    expect(desk.session.status()?.save).toEqual({ kind: 'blocked', problem: { code: 'workspace-foreign', path } })
    await desk.journalled()
    expect(journals(environment)).not.toEqual([])
  })

  it('brings back typing onto a merged text, though the other copy is gone and nothing was saved', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    must(await desk.session.save())
    const lucs = computer({ author: 'Luc' })
    const theirs = deskAt(lucs)
    const stick = join(newFolder(), 'clé.temoin')
    must(await desk.calls['workspace.saveCopy']({ path: stick }))
    must(await theirs.session.openPath(stick))
    await (await penOn(theirs, id)).write('Luc escribe. ')
    await theirs.session.close()
    must(await desk.calls['workspace.merge']({ paths: [stick], dryRun: false }))
    await (await penOn(desk, id)).write('Ana ajoute.')
    await desk.journalled()
    const again = await startAgain(environment, path)
    expect(await again.desk.text(id)).toBe('Luc escribe. Ana ajoute.')
  })
})

describe('a disk that does not let a session save', () => {
  it('is read-only: the workspace opens for reading, and says so', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    await desk.session.close()
    const fs: FileSystem = {
      ...QUICK_DISK,
      canWrite: async (name) => !name.endsWith('.temoin') && QUICK_DISK.canWrite(name),
    }
    const again = await startAgain(environment, path, { fs })
    expect(again.status.readOnly).toBe(true)
    const refusal = { ok: false, problem: { code: 'workspace-read-only', path } }
    const { calls } = again.desk
    expect(await calls['records.change']({ id, steps: [{ op: 'add', field: 'sdgs', value: '6' }] })).toEqual(refusal)
    expect(await calls['records.create']({ kind: 'lesson', lang: 'fr' })).toEqual(refusal)
    expect(await calls['records.delete']({ ids: [id] })).toEqual(refusal)
    expect(await calls['history.undo']({})).toEqual(refusal)
    expect(await calls['import.files']({ paths: [path] })).toEqual(refusal)
    expect(await calls['workspace.merge']({ paths: [path], dryRun: false })).toEqual(refusal)
    expect(await calls['workspace.merge']({ paths: [path], dryRun: true })).toMatchObject({ ok: true })
    must(await again.desk.session.save())
    await again.desk.session.close()
  })

  it('is a folder that nothing can be written in: what was typed waits, and is saved when it can be', async () => {
    let locked = false
    const fs: FileSystem = {
      ...QUICK_DISK,
      open: async (path, flags, mode) => {
        if (locked && flags === 'wx' && path.includes('.temoin')) throw Object.assign(new Error(), { code: 'EROFS' })
        return QUICK_DISK.open(path, flags, mode)
      },
    }
    const { desk, path } = await anaAtHerDesk({ fs })
    locked = true
    const id = await desk.create([title('Comités de l’eau')])
    await pass(desk, 1_500)
    expect(desk.session.status()?.save).toMatchObject({ kind: 'blocked', problem: { code: 'folder-read-only' } })
    locked = false
    await pass(desk, 20_000)
    expect(desk.session.status()?.save.kind).toBe('saved')
    expect((await inTheFile(path)).store.card(id)?.titles).toEqual({ fr: 'Comités de l’eau' })
  })

  it('is full: the old file stays whole, and what was typed comes back after a kill', async () => {
    let free = Number.POSITIVE_INFINITY
    const { environment, desk, path } = await anaAtHerDesk({ fs: { ...QUICK_DISK, freeBytes: async () => free } })
    const id = await desk.create([title('Comités de l’eau')])
    must(await desk.session.save())
    const whole = readFileSync(path)
    free = 100
    const pen = await penOn(desk, id)
    await pen.write('Les femmes gardent les clés.')
    expect(problemOf(await desk.session.save())).toEqual({ code: 'disk-full', path })
    expect(desk.session.status()?.save).toMatchObject({ kind: 'blocked', problem: { code: 'disk-full' } })
    expect(readFileSync(path).equals(whole)).toBe(true)
    const again = await startAgain(environment, path)
    expect(await again.desk.text(id)).toBe('Les femmes gardent les clés.')
    expect((await inTheFile(path)).store.card(id)).toBeDefined()
  })

  it('is full where the journal lies: nobody is kept from working, and the file is saved', async () => {
    const fs: FileSystem = {
      ...QUICK_DISK,
      open: async (path, flags, mode) => {
        if (path.endsWith('.journal') && flags === 'wx') throw Object.assign(new Error(), { code: 'ENOSPC' })
        return QUICK_DISK.open(path, flags, mode)
      },
    }
    const { desk, path } = await anaAtHerDesk({ fs })
    const id = await desk.create([title('Comités de l’eau')])
    const pen = await penOn(desk, id)
    await pen.write('Les femmes gardent les clés.')
    must(await desk.session.save())
    expect(must((await inTheFile(path)).view(id)).rich['body:fr']?.text).toBe('Les femmes gardent les clés.')
  })

  it('fails in the middle: the file is the old one or the new one, and says which', async () => {
    for (let at = 0; at < 24; at += 1) {
      const disk = mortalDisk()
      const { desk, path } = await anaAtHerDesk({ fs: disk.fs })
      const id = await desk.create([title('Comités de l’eau')])
      await desk.journalled()
      disk.die(at)
      const saved = await desk.session.save()
      const isThere = (await inTheFile(path)).store.card(id) !== undefined
      expect({ at, saved: saved.ok }).toEqual({ at, saved: isThere })
    }
  })
})

describe('a file from a newer version', () => {
  it('opens for reading only, and stays as it is', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    await desk.session.close()
    const image = imageOf(readFileSync(path)).slice()
    new DataView(image.buffer).setUint32(60, 99)
    const newer = Buffer.concat([image, (await makeSeal(image)).seal])
    writeFileSync(path, newer)
    const again = await startAgain(environment, path)
    expect(again.status).toMatchObject({ readOnly: true, records: 1, name: 'Équipe Sahel' })
    expect(problemOf(await again.desk.calls['records.delete']({ ids: [id] })).code).toBe('workspace-read-only')
    await again.desk.session.close()
    expect(readFileSync(path).equals(newer)).toBe(true)
  })
})

describe('what a journal brings back', () => {
  it('waits for the file it belongs to, and for no other', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    await desk.journalled()
    const other = deskAt(computer({ author: 'Ana', dataFolder: environment.dataFolder }))
    const elsewhere = join(newFolder(), 'Otro equipo.temoin')
    must(await other.session.create({ path: elsewhere, name: 'Otro equipo', lang: 'es', force: false }))
    await other.session.close()
    const again = await startAgain(environment, path)
    expect(again.status.recovered).toBeGreaterThan(0)
    expect(again.desk.open().workspace.store.card(id)).toBeDefined()
  })

  it('survives two kills in a row, the second one before anything was saved', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    await (await penOn(desk, id)).write('un ')
    await desk.journalled()
    const second = await startAgain(environment, path)
    await (await penOn(second.desk, id)).write('deux ')
    await second.desk.journalled()
    const third = await startAgain(environment, path)
    expect(await third.desk.text(id)).toBe('un deux ')
    must(await third.desk.session.save())
    expect(journals(environment)).toEqual([])
    const fourth = await startAgain(environment, path)
    expect(fourth.status.recovered).toBe(0)
    expect(await fourth.desk.text(id)).toBe('un deux ')
  })

  it('is all there although the computer’s clock went back between two openings', async () => {
    let now = Date.UTC(2026, 2, 14)
    const environment = computer({ author: 'Ana', now: () => now })
    const desk = deskAt(environment)
    const path = join(newFolder(), 'Équipe Sahel.temoin')
    must(await desk.session.create({ path, name: 'Équipe Sahel', lang: 'fr', force: false }))
    const id = await desk.create([title('Comités de l’eau')])
    await (await penOn(desk, id)).write('un ')
    await desk.journalled()
    now = 0
    const second = await startAgain(environment, path, { now: () => now })
    await (await penOn(second.desk, id)).write('deux ')
    await second.desk.journalled()
    const third = await startAgain(environment, path, { now: () => now })
    expect(await third.desk.text(id)).toBe('un deux ')
  })

  it('does not keep a session from opening when it cannot be read', async () => {
    const { environment, desk, path } = await anaAtHerDesk()
    await desk.create([title('Comités de l’eau')])
    await desk.journalled()
    const fs: FileSystem = {
      ...QUICK_DISK,
      open: async (name, flags, mode) => {
        if (name.endsWith('.journal') && flags === 'r') throw EIO
        return QUICK_DISK.open(name, flags, mode)
      },
    }
    const again = await startAgain(environment, path, { fs })
    expect(again.status).toMatchObject({ recovered: 0, records: 0 })
    must(await again.desk.session.save())
    expect(journals(environment)).toHaveLength(1)
  })
})

describe('a merge in the app', () => {
  it('says first what it would bring, changes nothing by that, and then does it', async () => {
    const { desk } = await anaAtHerDesk()
    const id = await desk.create([title('Comités de l’eau')])
    const stick = join(newFolder(), 'clé.temoin')
    must(await desk.calls['workspace.saveCopy']({ path: stick }))
    const lucs = computer({ author: 'Luc' })
    const theirs = must(await openWorkspaceFile(lucs, stick))
    must(theirs.workspace.change(id, [title('Gestion de l’eau')]))
    record(theirs.workspace, [title('Brigades de jeunes')])
    must(await saveOpenFile(lucs, theirs))
    await desk.change(id, [title('Comités villageois de l’eau')])
    const before = desk.open().workspace.store.changeCount()
    const preview = must(await desk.calls['workspace.merge']({ paths: [stick], dryRun: true }))
    expect(preview).toMatchObject({
      records: { new: 1, changed: 1, deleted: 0 },
      contested: [{ id, field: 'title', locale: 'fr' }],
      swallowed: [],
      unchanged: false,
    })
    expect(desk.open().workspace.store.changeCount()).toBe(before)
    expect(must(await desk.calls['workspace.merge']({ paths: [stick], dryRun: false }))).toEqual(preview)
    const merged = desk.told.filter(({ name }) => name === 'workspace.merged')
    const event = { how: 'asked', from: [stick], report: preview, authors: ['Luc'], at: expect.any(Number) as number }
    expect(merged).toEqual([{ name: 'workspace.merged', event }])
    must(await desk.calls['workspace.merge']({ paths: [stick], dryRun: false }))
    expect(desk.told.filter(({ name }) => name === 'workspace.merged')).toEqual(merged)
    expect(
      must(await mergeFiles(desk.session.environment, desk.open().workspace, [stick], { dryRun: true })).unchanged,
    ).toBe(true)
  })
})
