import { existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyOperations } from '../../src/engine/apply.ts'
import { linesOf } from '../../src/engine/import/lines.ts'
import { openWorkspaceFile, withWorkspaceFile } from '../../src/engine/workspace-file.ts'
import { deskAt, pass, penOn, useTestTimers } from '../support/desk.ts'
import { computer, type ComputerOptions, must, newFolder, problemOf, QUICK_DISK, title } from '../support/engine.ts'

useTestTimers()

async function anaAtHerDesk(options: Partial<ComputerOptions> = {}) {
  const environment = computer({ author: 'Ana', ...options })
  const desk = deskAt(environment)
  const path = join(newFolder(), 'Équipe Sahel.temoin')
  must(await desk.session.create({ path, name: 'Équipe Sahel', lang: 'fr', force: false }))
  const id = await desk.create([title('Comités de l’eau')])
  must(await desk.session.save())
  return { environment, desk, path, id }
}

async function textInFile(path: string, id: string) {
  const { workspace } = must(await openWorkspaceFile(computer({ author: 'Luc' }), path))
  return must(workspace.view(id)).rich['body:fr']?.text
}

describe('a stick that is pulled out', () => {
  it('is waited for: nothing is made in its place, and all is saved when it is back', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const away = `${path}.away`
    renameSync(path, away)
    await (await penOn(desk, id)).write('Les femmes gardent les clés.')
    expect(problemOf(await desk.session.save())).toEqual({ code: 'file-missing', path })
    expect(existsSync(path)).toBe(false)
    expect(desk.session.status()?.save).toEqual({ kind: 'blocked', problem: { code: 'file-missing', path } })
    renameSync(away, path)
    await pass(desk, 20_000)
    expect(desk.session.status()?.save.kind).toBe('saved')
    expect(await textInFile(path, id)).toBe('Les femmes gardent les clés.')
  })

  it('may be away when the app is closed: the typing is there again when the stick is', async () => {
    const { environment, desk, path, id } = await anaAtHerDesk()
    const away = `${path}.away`
    renameSync(path, away)
    await (await penOn(desk, id)).write('Les femmes gardent les clés.')
    await desk.session.close()
    expect(problemOf(await desk.session.openPath(path))).toEqual({ code: 'file-missing', path })
    renameSync(away, path)
    const again = deskAt(computer({ author: 'Ana', dataFolder: environment.dataFolder }))
    expect(must(await again.session.openPath(path)).recovered).toBe(1)
    expect(await again.text(id)).toBe('Les femmes gardent les clés.')
  })
})

describe('a disk that was full when the app was closed', () => {
  it('has lost nothing when the same app opens the file again', async () => {
    let free = 0
    const { desk, path, id } = await anaAtHerDesk({
      fs: { ...QUICK_DISK, freeBytes: async () => free || Number.POSITIVE_INFINITY },
    })
    free = 1
    await (await penOn(desk, id)).write('Les femmes ')
    await desk.change(id, [{ op: 'add', field: 'sdgs', value: '6.1' }])
    await desk.session.close()
    free = 0
    must(await desk.session.openPath(path))
    expect(await desk.text(id)).toBe('Les femmes ')
    await (await penOn(desk, id)).write('gardent les clés.')
    must(await desk.session.save())
    expect(await textInFile(path, id)).toBe('Les femmes gardent les clés.')
  })
})

describe('one file by two names', () => {
  it('is saved through the link and stays one file', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    await (await penOn(desk, id)).write('un ')
    const link = join(newFolder(), 'raccourci.temoin')
    symlinkSync(path, link)
    must(await desk.session.openPath(link))
    expect(await desk.text(id)).toBe('un ')
    await (await penOn(desk, id)).write('deux')
    must(await desk.session.save())
    expect(await textInFile(path, id)).toBe('un deux')
  })
})

describe('a copy', () => {
  it('holds what was typed a moment ago, takes the place of any file, and leaves the open one open', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    await (await penOn(desk, id)).write('Les femmes gardent les clés.')
    const copy = join(newFolder(), 'copie.temoin')
    writeFileSync(copy, 'Ceci n’est pas un classeur.')
    expect(must(await desk.calls['workspace.saveCopy']({ path: copy }))).toMatchObject({ file: copy })
    expect(await textInFile(copy, id)).toBe('Les femmes gardent les clés.')
    expect(desk.session.status()?.path).toBe(path)
  })

  it('over the open file itself is a save, and the next save goes on from it', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const pen = await penOn(desk, id)
    await pen.write('un ')
    must(await desk.calls['workspace.saveCopy']({ path }))
    await pen.write('deux')
    must(await desk.session.save())
    expect(await textInFile(path, id)).toBe('un deux')
  })
})

describe('several hands on one file', () => {
  it('lose nothing where they save in the same moment', async () => {
    // Programs of one computer, which take turns; between computers there is only each one's look before it writes.
    const isRunning = () => true
    const { environment, desk, path, id } = await anaAtHerDesk({ process: 31, isRunning })
    const others = await Promise.all(
      ['Luc', 'Eva'].map(async (author, index) => {
        const { dataFolder } = environment
        const other = deskAt(computer({ author, dataFolder, process: 32 + index, isRunning }))
        must(await other.session.openPath(path))
        return other
      }),
    )
    const desks = [desk, ...others]
    const pens = await Promise.all(desks.map(async (each) => penOn(each, id)))
    for (let round = 0; round < 3; round += 1) {
      for (const [index, pen] of pens.entries()) await pen.write(`mot${round}${index} `)
      await Promise.all(desks.map(async (each) => each.session.save()))
    }
    for (const each of desks) must(await each.session.save())
    const words = (await textInFile(path, id))?.trim().split(' ')
    expect(new Set(words)).toEqual(
      new Set(['mot00', 'mot01', 'mot02', 'mot10', 'mot11', 'mot12', 'mot20', 'mot21', 'mot22']),
    )
    expect(words).toHaveLength(9)
    for (const each of desks) await each.session.close()
  })

  it('may be those of the command line: the app takes in what it did', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const pen = await penOn(desk, id)
    await pen.write('Ana écrit. ')
    const operation = `{"op":"set","id":"${id}","field":"title","lang":"en","value":"Water committees"}`
    must(
      await withWorkspaceFile(computer({ author: 'Luc' }), path, { write: true }, (workspace) =>
        applyOperations(workspace, linesOf([Buffer.from(operation)])),
      ),
    )
    must(await desk.session.save())
    expect(desk.open().workspace.store.card(id)?.titles).toEqual({ fr: 'Comités de l’eau', en: 'Water committees' })
    expect(await textInFile(path, id)).toBe('Ana écrit. ')
  })

  it('may write and import at the same time', async () => {
    const { desk, path } = await anaAtHerDesk()
    const source = join(newFolder(), 'source.jsonl')
    const lines = (word: string) =>
      Array.from(
        { length: 300 },
        (_, index) => `{"id":"r${index}","lang":"fr","title":"Récit","body":"${word} ${index}."}`,
      )
    writeFileSync(source, lines('Version').join('\n'))
    must(await desk.calls['import.files']({ paths: [source] }))
    const id =
      desk
        .open()
        .workspace.store.cards()
        .find((card) => card.externalId === 'r299')?.id ?? ''
    const pen = await penOn(desk, id)
    writeFileSync(source, lines('Édition').join('\n'))
    await pen.write(' Ana avant.')
    const importing = desk.calls['import.files']({ paths: [source] })
    await pen.write(' Ana pendant.')
    must(await importing)
    must(await desk.session.save())
    const text = await textInFile(path, id)
    for (const part of ['Édition 299.', 'Ana avant.', 'Ana pendant.']) expect(text).toContain(part)
  })
})

describe('the file on the disk', () => {
  it('is not touched by looking at it', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    await desk.session.close()
    const before = readFileSync(path)
    must(await desk.session.openPath(path))
    await desk.view(id)
    must(await desk.calls['history.timeline']({ id, before: null, limit: 40 }))
    must(await desk.session.save())
    await pass(desk, 60_000)
    await desk.session.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
