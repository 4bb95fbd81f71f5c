import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EngineEnvironment } from '../../../src/engine/environment.ts'
import { openWorkspaceFile, saveOpenFile } from '../../../src/engine/workspace-file.ts'
import type { Events } from '../../../src/ipc/events.ts'
import { type Desk, deskAt, pass, penOn, useTestTimers } from '../../support/desk.ts'
import { computer, must, newFolder, newWorkspace, record, title } from '../../support/engine.ts'

useTestTimers()

const SYNCTHING = 'sync-conflict-20261121-223359-DHPLAKK'

/** Ana has a workspace with one record open. */
async function anaAtHerDesk() {
  const environment = computer({ author: 'Ana' })
  const desk = deskAt(environment)
  const path = join(newFolder(), 'Équipe Sahel.temoin')
  must(await desk.session.create({ path, name: 'Équipe Sahel', lang: 'fr', force: false }))
  const id = await desk.create([title('Comités de l’eau')])
  await wait(desk, 20)
  return { environment, desk, path, id }
}

/** Luc works in a copy of his own, and a sync client puts it in the place of Ana's file, or beside it. */
async function fromLuc(
  path: string,
  target: string,
  act: (workspace: OpenWorkspace) => void,
): Promise<EngineEnvironment> {
  const environment = computer({ author: 'Luc' })
  const copy = join(newFolder(), 'Luc.temoin')
  copyFileSync(path, copy)
  const file = must(await openWorkspaceFile(environment, copy))
  act(file.workspace)
  must(await saveOpenFile(environment, file))
  file.workspace.store.close()
  putInPlace(copy, target)
  return environment
}

/** Lets seconds go by one at a time: a look at the disk that they bring about takes its own time. */
async function wait(desk: Desk, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await pass(desk, 1_000)
}

type OpenWorkspace = Parameters<typeof record>[0]

/** As sync clients do it: another file beside it first, then its name. */
function putInPlace(from: string, to: string): void {
  const temporary = join(dirname(to), `.syncthing.${basename(to)}.tmp`)
  copyFileSync(from, temporary)
  renameSync(temporary, to)
}

function said<N extends keyof Events>(desk: Desk, name: N): readonly Events[N][] {
  return desk.told.filter((told) => told.name === name).map((told) => told.event as Events[N])
}

function saveStates(desk: Desk): readonly string[] {
  return said(desk, 'save.state').map(({ kind }) => kind)
}

describe('a file that is replaced while it is open', () => {
  it('brings a colleague’s text into what is open, and says whose it is', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const pen = await penOn(desk, id)
    await pen.write('Les femmes gardent les clés. ')
    await wait(desk, 20)
    await fromLuc(path, path, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    await pen.write('Les jeunes tiennent le registre.')
    await wait(desk, 20)
    expect(await desk.text(id)).toBe('Les femmes gardent les clés. Les jeunes tiennent le registre.')
    expect((await desk.view(id)).values['title:fr']?.value).toBe('Gestion de l’eau')
    expect(said(desk, 'workspace.merged')).toMatchObject([{ how: 'arrived', authors: ['Luc'] }])
    expect(desk.session.status()?.save.kind).toBe('saved')
    // What each of them wrote is in the file as well.
    const seen = must(await openWorkspaceFile(computer({ author: 'Inès' }), path)).workspace
    expect(must(seen.view(id)).rich['body:fr']?.text).toContain('registre')
    expect(seen.store.card(id)?.titles).toEqual({ fr: 'Gestion de l’eau' })
  })

  it('is not written again where it has everything already', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    await fromLuc(path, path, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    const bytes = readFileSync(path)
    await wait(desk, 60)
    expect((await desk.view(id)).values['title:fr']?.value).toBe('Gestion de l’eau')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(desk.session.status()?.save.kind).toBe('saved')
  })

  it('is left alone where it was only touched', async () => {
    const { desk, path } = await anaAtHerDesk()
    const before = saveStates(desk).length
    utimesSync(path, 1_900_000_000, 1_900_000_000)
    putInPlace(path, path)
    await wait(desk, 60)
    expect(said(desk, 'workspace.merged')).toEqual([])
    expect(saveStates(desk)).toHaveLength(before)
  })

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['half there', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['full of zeros', (whole: Buffer) => Buffer.alloc(whole.length)],
  ])('is waited for while it is %s, and then taken in', async (_, broken) => {
    const { desk, path, id } = await anaAtHerDesk()
    const elsewhere = join(newFolder(), 'whole.temoin')
    await fromLuc(path, elsewhere, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    writeFileSync(path, broken(readFileSync(elsewhere)))
    await wait(desk, 60)
    expect((await desk.view(id)).values['title:fr']?.value).toBe('Comités de l’eau')
    expect(said(desk, 'sync.state').at(-1)?.disk).not.toBeNull()
    await desk.change(id, [{ op: 'set', field: 'summary', locale: 'fr', value: 'Trois villages.' }])
    await wait(desk, 60)
    expect(desk.session.status()?.save.kind).toBe('blocked')
    putInPlace(elsewhere, path)
    await wait(desk, 60)
    expect(said(desk, 'sync.state').at(-1)?.disk).toBeNull()
    expect((await desk.view(id)).values['title:fr']?.value).toBe('Gestion de l’eau')
    expect(desk.session.status()?.save.kind).toBe('saved')
    const seen = must(await openWorkspaceFile(computer({ author: 'Inès' }), path)).workspace
    expect(must(seen.view(id)).values['summary:fr']?.value).toBe('Trois villages.')
  })

  it('is never overwritten where another workspace lies in its place', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const own = join(newFolder(), 'own.temoin')
    copyFileSync(path, own)
    const stranger = await newWorkspace(computer({ author: 'Inès' }))
    putInPlace(stranger.path, path)
    await desk.change(id, [title('Comités villageois de l’eau')])
    await wait(desk, 60)
    expect(said(desk, 'sync.state').at(-1)?.disk?.code).toBe('workspace-foreign')
    expect(desk.session.status()?.save).toMatchObject({ kind: 'blocked', problem: { code: 'workspace-foreign' } })
    expect(readFileSync(path).equals(readFileSync(stranger.path))).toBe(true)
    putInPlace(own, path)
    await wait(desk, 60)
    expect(desk.session.status()?.save.kind).toBe('saved')
    const seen = must(await openWorkspaceFile(computer({ author: 'Luc' }), path)).workspace
    expect(seen.store.card(id)?.titles).toEqual({ fr: 'Comités villageois de l’eau' })
  })
})

describe('a file that is taken away while it is open', () => {
  it('is told, kept among the backups, and merged when it comes back', async () => {
    const { environment, desk, path, id } = await anaAtHerDesk()
    const stick = join(newFolder(), 'stick.temoin')
    await fromLuc(path, stick, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    rmSync(path)
    await wait(desk, 20)
    expect(said(desk, 'sync.state').at(-1)?.disk).toEqual({ code: 'file-missing', path })
    expect(desk.session.status()?.save).toMatchObject({ kind: 'blocked', problem: { code: 'file-missing' } })
    const backups = join(environment.backupsFolder, desk.open().workspace.store.header.id)
    const kept =
      readdirSync(backups)
        .filter((name) => name.endsWith('.temoin'))
        .toSorted()
        .at(-1) ?? ''
    const backup = must(await openWorkspaceFile(computer({ author: 'Inès' }), join(backups, kept))).workspace
    expect(backup.store.card(id)?.titles).toEqual({ fr: 'Comités de l’eau' })
    await desk.change(id, [{ op: 'set', field: 'summary', locale: 'fr', value: 'Trois villages.' }])
    await wait(desk, 60)
    expect(existsSync(path)).toBe(false)
    putInPlace(stick, path)
    await wait(desk, 60)
    expect(said(desk, 'sync.state').at(-1)?.disk).toBeNull()
    expect(desk.session.status()?.save.kind).toBe('saved')
    expect((await desk.view(id)).values['title:fr']?.value).toBe('Gestion de l’eau')
    expect((await desk.view(id)).values['summary:fr']?.value).toBe('Trois villages.')
  })

  it('is written again when somebody says so, and never over what came back meanwhile', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const stick = join(newFolder(), 'stick.temoin')
    await fromLuc(path, stick, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    rmSync(path)
    await wait(desk, 20)
    must(await desk.calls['sync.writeAgain']({}))
    expect(existsSync(path)).toBe(true)
    expect(said(desk, 'sync.state').at(-1)?.disk).toBeNull()
    rmSync(path)
    await wait(desk, 20)
    putInPlace(stick, path)
    must(await desk.calls['sync.writeAgain']({}))
    await wait(desk, 20)
    expect((await desk.view(id)).values['title:fr']?.value).toBe('Gestion de l’eau')
    expect(desk.session.status()?.save.kind).toBe('saved')
  })

  it('is not gone where a sync client only takes it away before it puts the new one there', async () => {
    const { desk, path } = await anaAtHerDesk()
    const away = join(newFolder(), 'away.temoin')
    renameSync(path, away)
    await desk.open().sync.look()
    putInPlace(away, path)
    await wait(desk, 20)
    expect(said(desk, 'sync.state').every(({ disk }) => disk === null)).toBe(true)
  })
})

describe('copies beside an open file', () => {
  it('are told with what they bring and where they come from, merged, and moved to the backups', async () => {
    const { environment, desk, path, id } = await anaAtHerDesk()
    const folder = dirname(path)
    const copies = [join(folder, `Équipe Sahel.${SYNCTHING}.temoin`), join(folder, 'Équipe Sahel (1).temoin')]
    const [first = '', second = ''] = copies
    await fromLuc(path, first, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    await fromLuc(path, second, (workspace) => record(workspace, [title('Brigades de jeunes')]))
    const bytes = copies.map((copy) => readFileSync(copy))
    await wait(desk, 20)
    const told = said(desk, 'sync.state').at(-1)?.copies ?? []
    expect(told.toSorted((one, other) => other.name.length - one.name.length)).toMatchObject([
      { path: first, by: 'syncthing', brings: 1, authors: ['Luc'], canGo: true },
      { path: second, by: 'google-drive', authors: ['Luc'], canGo: true },
    ])
    const report = must(await desk.calls['workspace.merge']({ paths: copies, dryRun: false }))
    expect(report.records).toMatchObject({ new: 1, changed: 1 })
    const state = said(desk, 'sync.state').at(-1)
    expect(state?.copies).toEqual([])
    expect(state?.putAway.map(({ from }) => from).toSorted()).toEqual(copies.toSorted())
    expect(readdirSync(folder)).toEqual(['Équipe Sahel.temoin'])
    for (const { from, to } of state?.putAway ?? []) {
      expect(to.startsWith(environment.backupsFolder)).toBe(true)
      expect(readFileSync(to).equals(bytes[copies.indexOf(from)] ?? Buffer.alloc(0))).toBe(true)
    }
    expect(desk.session.status()?.save.kind).toBe('saved')
  })

  it('stay where they are where somebody chose them elsewhere, or where their name is a colleague’s own', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const own = join(dirname(path), 'Équipe Sahel (Luc).temoin')
    const stick = join(newFolder(), 'Équipe Sahel (1).temoin')
    await fromLuc(path, own, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    await fromLuc(path, stick, (workspace) => record(workspace, [title('Brigades de jeunes')]))
    await wait(desk, 20)
    expect(said(desk, 'sync.state').at(-1)?.copies).toMatchObject([{ path: own, by: null, brings: 1, canGo: false }])
    must(await desk.calls['workspace.merge']({ paths: [own, stick], dryRun: false }))
    expect([existsSync(own), existsSync(stick)]).toEqual([true, true])
    expect(said(desk, 'sync.state').at(-1)?.copies).toEqual([])
  })

  it('that bring nothing can be put away, and one that came anew in that moment stays', async () => {
    const { desk, path, id } = await anaAtHerDesk()
    const copy = join(dirname(path), `Équipe Sahel.${SYNCTHING}.temoin`)
    copyFileSync(path, copy)
    await wait(desk, 20)
    expect(said(desk, 'sync.state').at(-1)?.copies).toMatchObject([{ path: copy, brings: 0 }])
    await fromLuc(path, copy, (workspace) => must(workspace.change(id, [title('Gestion de l’eau')])))
    expect(must(await desk.calls['sync.putAway']({ paths: [copy] }))).toEqual([])
    await wait(desk, 20)
    expect(said(desk, 'sync.state').at(-1)?.copies).toMatchObject([{ path: copy, brings: 1 }])
    copyFileSync(path, copy)
    await wait(desk, 20)
    expect(must(await desk.calls['sync.putAway']({ paths: [copy] }))).toHaveLength(1)
    expect(existsSync(copy)).toBe(false)
  })

  it('are not told while they are still being written, nor where they are damaged', async () => {
    const { desk, path } = await anaAtHerDesk()
    const whole = readFileSync(path)
    const copy = join(dirname(path), 'Équipe Sahel (1).temoin')
    writeFileSync(copy, whole.subarray(0, whole.length - 100))
    await wait(desk, 60)
    expect(said(desk, 'sync.state').flatMap(({ copies }) => copies)).toEqual([])
    writeFileSync(copy, whole)
    await wait(desk, 60)
    expect(said(desk, 'sync.state').at(-1)?.copies).toHaveLength(1)
  })
})

describe('a conflict copy that is opened', () => {
  it('leads to the workspace beside it', async () => {
    const { desk, path } = await anaAtHerDesk()
    const copy = join(dirname(path), `Équipe Sahel.${SYNCTHING}.temoin`)
    copyFileSync(path, copy)
    expect(must(await desk.session.openPath(copy))).toMatchObject({ path, insteadOf: copy })
    await desk.session.close()
    expect(must(await desk.session.openPath(copy))).toMatchObject({ path, insteadOf: copy })
    expect(must(await desk.session.openPath(path)).insteadOf).toBeUndefined()
  })

  it('is opened itself where there is none, where it is another workspace, or where that cannot be opened', async () => {
    const { desk, path } = await anaAtHerDesk()
    await desk.session.close()
    const alone = join(newFolder(), `Équipe Sahel.${SYNCTHING}.temoin`)
    copyFileSync(path, alone)
    expect(must(await desk.session.openPath(alone)).path).toBe(alone)
    const stranger = await newWorkspace(computer({ author: 'Inès' }))
    copyFileSync(stranger.path, join(dirname(alone), 'Équipe Sahel.temoin'))
    await desk.session.close()
    expect(must(await desk.session.openPath(alone)).path).toBe(alone)
    await desk.session.close()
    const whole = readFileSync(path)
    whole[whole.length - 200] = 1 + (whole[whole.length - 200] ?? 0)
    writeFileSync(join(dirname(alone), 'Équipe Sahel.temoin'), whole)
    expect(must(await desk.session.openPath(alone)).path).toBe(alone)
  })

  it('that was made by hand is opened as it is', async () => {
    const { desk, path } = await anaAtHerDesk()
    const copy = join(dirname(path), 'Copie de Équipe Sahel.temoin')
    copyFileSync(path, copy)
    expect(must(await desk.session.openPath(copy)).path).toBe(copy)
  })
})
