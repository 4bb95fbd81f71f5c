import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import {
  mergeFiles,
  mergeFilesInSteps,
  openWorkspaceFile,
  saveOpenFile,
  withWorkspaceFile,
} from '../../src/engine/workspace-file.ts'
import { deleteText, insertText } from '../../src/core/rich-text/text-steps.ts'
import { richState } from '../../src/core/history/project.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { type Desk, deskAt, penOn } from '../support/desk.ts'
import { computer, must, newFolder, problemOf, record, title } from '../support/engine.ts'

let pens = 9_000_000

/** Luc writes at the end of a record's text, or takes some of it away. */
function write(workspace: Workspace, id: string, text: string): void {
  const subject = workspace.subject(id)
  const state = richState(subject ?? { id, edits: new Map() }, 'body', 'fr')
  const length = must(workspace.view(id)).rich['body:fr']?.text.length ?? 0
  pens += 1
  const update = must(insertText(state, length, text, pens))
  must(workspace.change(id, [{ op: 'edit', field: 'body', locale: 'fr', update }]))
}

function erase(workspace: Workspace, id: string, at: number, length: number): void {
  const subject = workspace.subject(id)
  pens += 1
  const update = must(deleteText(richState(subject ?? { id, edits: new Map() }, 'body', 'fr'), at, length, pens))
  must(workspace.change(id, [{ op: 'edit', field: 'body', locale: 'fr', update }]))
}

/** Ana's record, and a copy in which Luc has given it another title, tags and a paragraph, and begun one of his own. */
async function anaAndLuc() {
  const environment = computer({ author: 'Ana' })
  const desk = deskAt(environment)
  const path = join(newFolder(), 'Équipe.temoin')
  must(await desk.session.create({ path, name: 'Équipe', lang: 'fr', force: false }))
  const id = await desk.create([title('Comités de l’eau'), { op: 'add', field: 'countries', value: 'SEN' }])
  const pen = await penOn(desk, id)
  await pen.write('Les puits.\nLes pompes.')
  const stick = join(newFolder(), 'clé.temoin')
  must(await desk.calls['workspace.saveCopy']({ path: stick }))
  const lucs = computer({ author: 'Luc' })
  const open = must(await openWorkspaceFile(lucs, stick))
  must(open.workspace.change(id, [title('Gestion de l’eau'), { op: 'add', field: 'sdgs', value: '6' }]))
  must(open.workspace.change(id, [{ op: 'remove', field: 'countries', key: 'SEN' }]))
  write(open.workspace, id, '\nLe comité se réunit.')
  const mine = record(open.workspace, [title('Brigades de jeunes')])
  must(await saveOpenFile(lucs, open))
  return { environment, desk, path, id, mine, stick, lucs, luc: open }
}

async function merge(desk: Desk, stick: string) {
  must(await desk.calls['workspace.merge']({ paths: [stick], dryRun: false }))
  const [latest] = must(await desk.calls['merge.list']({}))
  if (!latest) throw new Error('no merge was kept')
  return latest
}

function mergeFilesOf({ dataFolder }: EngineEnvironment): readonly string[] {
  const folder = join(dataFolder, 'merges')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('a merge that is looked at first', () => {
  it('says what comes, from whom, and for one record what changes field by field', async () => {
    const { desk, id, mine, stick } = await anaAndLuc()
    const preview = must(await desk.calls['merge.preview']({ paths: [stick] }))
    expect(preview.by).toMatchObject([{ author: 'Luc', changes: preview.report.changes }])
    expect(preview.arrivals).toEqual(
      [
        expect.objectContaining({ id, fate: 'changed', titles: { fr: 'Gestion de l’eau' }, contested: 0 }),
        expect.objectContaining({ id: mine, fate: 'new', titles: { fr: 'Brigades de jeunes' } }),
      ].sort((a, b) => (a.sample.id < b.sample.id ? -1 : 1)),
    )
    const details = must(await desk.calls['merge.details']({ merge: null, id }))
    expect(details.map(({ field, what }) => [field, what])).toEqual([
      [
        'title',
        {
          kind: 'text',
          parts: [
            { kind: 'removed', text: 'Comités' },
            { kind: 'added', text: 'Gestion' },
            { kind: 'same', text: ' de l’eau' },
          ],
        },
      ],
      [
        'body',
        {
          kind: 'text',
          parts: [
            { kind: 'same', text: 'Les puits.\nLes pompes.' },
            { kind: 'added', text: '\nLe comité se réunit.' },
          ],
        },
      ],
      ['sdgs', { kind: 'set', added: [{ code: '6', strength: 'significant' }], removed: [] }],
      ['countries', { kind: 'set', added: [], removed: ['SEN'] }],
    ])
    expect(details.every(({ by }) => by.length === 1 && by[0]?.author === 'Luc')).toBe(true)
  })

  it('can be called off while it plans, and has then changed nothing', async () => {
    const { desk, stick, lucs, luc } = await anaAndLuc()
    for (let index = 0; index < 120; index += 1) record(luc.workspace, [title(`Relevé ${index}`)])
    must(await saveOpenFile(lucs, luc))
    const { workspace } = desk.open()
    const before = workspace.store.changeCount()
    const told: (readonly number[])[] = []
    const goOn = async (...step: readonly number[]) => {
      told.push(step)
      return told.length < 2
    }
    const outcome = await mergeFilesInSteps(desk.session.environment, workspace, [stick], { dryRun: false, goOn })
    expect(problemOf(outcome)).toEqual({ code: 'cancelled' })
    expect(told).toEqual([
      [50, 122],
      [100, 122],
    ])
    expect(workspace.store.changeCount()).toBe(before)
    expect(must(await desk.calls['merge.list']({}))).toEqual([])
  })
})

describe('the journal of merges', () => {
  it('keeps a merge with its authors and files, and shows later what it brought', async () => {
    const { environment, desk, id, stick, path } = await anaAndLuc()
    const preview = must(await desk.calls['merge.preview']({ paths: [stick] }))
    const details = must(await desk.calls['merge.details']({ merge: null, id }))
    const kept = await merge(desk, stick)
    expect(kept).toMatchObject({ how: 'asked', from: [stick], swallowed: 0, open: 0, undone: null, by: preview.by })
    await desk.change(id, [title('Encore un autre titre')])
    await desk.session.close()

    const again = deskAt(environment)
    must(await again.session.openPath(path))
    expect(must(await again.calls['merge.list']({}))).toEqual([kept])
    expect(must(await again.calls['merge.arrivals']({ merge: kept.id }))).toEqual(preview.arrivals)
    expect(must(await again.calls['merge.details']({ merge: kept.id, id }))).toEqual(details)
  })

  it('keeps merges of the command line too, and those that came in with a save', async () => {
    const { environment, desk, path, stick, lucs, luc, id } = await anaAndLuc()
    await desk.session.close()
    must(
      await withWorkspaceFile(environment, path, { write: true }, (workspace) =>
        mergeFiles(environment, workspace, [stick], { dryRun: false }),
      ),
    )
    const again = deskAt(environment)
    must(await again.session.openPath(path))
    const theirs = must(await openWorkspaceFile(lucs, path))
    must(theirs.workspace.change(id, [title('Luc, sur place')]))
    must(await saveOpenFile(lucs, theirs))
    await again.change(id, [{ op: 'add', field: 'sdgs', value: '13' }])
    must(await again.session.save())
    expect(must(await again.calls['merge.list']({})).map(({ how, from }) => [how, from])).toEqual([
      ['arrived', [path]],
      ['asked', [stick]],
    ])
    luc.workspace.store.close()
  })

  it('loses only what is damaged', async () => {
    const { environment, desk, path, stick, lucs, luc, id } = await anaAndLuc()
    const first = await merge(desk, stick)
    must(luc.workspace.change(id, [title('Troisième titre')]))
    must(await saveOpenFile(lucs, luc))
    await merge(desk, stick)
    await desk.session.close()
    for (const file of mergeFilesOf(environment)) {
      if (!file.includes(first.id)) writeFileSync(file, readFileSync(file).subarray(0, 300))
    }
    const again = deskAt(environment)
    must(await again.session.openPath(path))
    expect(must(await again.calls['merge.list']({}))).toEqual([first])
  })

  it('is kept for this run where the disk refuses, and the merge takes place all the same', async () => {
    const { environment, desk, id, path, stick } = await anaAndLuc()
    await desk.session.close()
    const full = async () => ({ ok: false, problem: { code: 'disk-full', path: '/' } }) as const
    const again = deskAt({ ...environment, writeFile: full })
    must(await again.session.openPath(path))
    const kept = await merge(again, stick)
    expect((await again.view(id)).values['title:fr']?.value).toBe('Gestion de l’eau')
    must(await again.calls['merge.undo']({ merge: kept.id }))
    expect((await again.view(id)).values['title:fr']?.value).toBe('Comités de l’eau')
  })
})

describe('a whole merge that is taken back', () => {
  it('leaves what was there, what was done since, and says so in the list', async () => {
    const { desk, id, mine, stick } = await anaAndLuc()
    const before = await desk.view(id)
    const { id: kept } = await merge(desk, stick)
    await desk.change(id, [{ op: 'add', field: 'sdgs', value: '13' }])
    must(await desk.calls['merge.undo']({ merge: kept }))
    const after = await desk.view(id)
    expect(after.values['title:fr']?.value).toBe(before.values['title:fr']?.value)
    expect(after.rich['body:fr']?.text).toBe(before.rich['body:fr']?.text)
    expect(after.sets['sdgs']?.map(({ key }) => key)).toEqual(['13'])
    expect(after.sets['countries']?.map(({ key }) => key)).toEqual(['SEN'])
    expect((await desk.view(mine)).deleted).toBe(true)
    expect(must(await desk.calls['merge.list']({}))[0]?.undone).not.toBeNull()
    expect(problemOf(await desk.calls['merge.undo']({ merge: kept }))).toEqual({ code: 'nothing-to-undo' })
  })

  it('comes back with an ordinary undo, and open editors are told each time', async () => {
    const { desk, id, mine, stick } = await anaAndLuc()
    const { id: kept } = await merge(desk, stick)
    const merged = await desk.view(id)
    must(await desk.calls['merge.undo']({ merge: kept }))
    must(await desk.calls['history.undo']({}))
    const again = await desk.view(id)
    expect(again.values['title:fr']?.value).toBe('Gestion de l’eau')
    expect(again.rich['body:fr']?.text).toBe(merged.rich['body:fr']?.text)
    expect((await desk.view(mine)).deleted).toBe(false)
    expect(must(await desk.calls['merge.list']({}))[0]?.undone).toBeNull()
    must(await desk.calls['history.redo']({}))
    expect((await desk.view(mine)).deleted).toBe(true)
    const told = desk.told.flatMap((entry) => (entry.name === 'subjects.changed' ? [entry.event] : []))
    expect(told.filter(({ origin }) => origin === 'undo').every(({ edits }) => edits.length > 0)).toBe(true)
  })
})

describe('what a merge leaves to be settled', () => {
  it('is a contested value until somebody chooses, and again when the choice is undone', async () => {
    const { desk, id, stick } = await anaAndLuc()
    await desk.change(id, [title('Comités villageois')])
    await merge(desk, stick)
    const { total, items } = must(await desk.calls['settle.list']({}))
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ what: 'value', subject: id, field: 'title', locale: 'fr' })
    expect(items[0]?.open.map(({ value, author }) => [value, author]).sort()).toEqual([
      ['Comités villageois', 'Ana'],
      ['Gestion de l’eau', 'Luc'],
    ])
    await desk.change(id, [
      { ...title('Gestion de l’eau'), saw: [...(items[0]?.saw ?? [])] } as ReturnType<typeof title>,
    ])
    expect(must(await desk.calls['settle.list']({})).total).toBe(0)
    must(await desk.calls['history.undo']({}))
    expect(must(await desk.calls['settle.list']({})).total).toBe(1)
  })

  it('is a deletion that somebody’s work survived: kept or deleted', async () => {
    const { desk, id, stick, lucs, luc } = await anaAndLuc()
    must(luc.workspace.remove([id]))
    must(await saveOpenFile(lucs, luc))
    await desk.change(id, [title('Ana y travaille')])
    await merge(desk, stick)
    const { items } = must(await desk.calls['settle.list']({}))
    expect(items.map(({ what, field }) => [what, field])).toContainEqual(['deletion', 'lifecycle'])
    must(await desk.calls['records.restore']({ ids: [id] }))
    expect(must(await desk.calls['settle.list']({})).items.map(({ what }) => what)).not.toContain('deletion')
    must(await desk.calls['history.undo']({}))
    must(await desk.calls['records.delete']({ ids: [id] }))
    expect(must(await desk.calls['settle.list']({})).total).toBe(0)
    expect((await desk.view(id)).deleted).toBe(true)
  })

  /** Luc takes the second paragraph away while Ana writes in it. */
  async function withSwallowedText() {
    const { desk, id, stick, lucs, luc, ...rest } = await anaAndLuc()
    erase(luc.workspace, id, 10, 32)
    must(await saveOpenFile(lucs, luc))
    const pen = await penOn(desk, id)
    await pen.write(' Trois nouvelles.')
    const kept = await merge(desk, stick)
    return { desk, id, stick, kept, ...rest }
  }

  it('is a text that was swallowed: who wrote it, put back where it stood, and undone', async () => {
    const { desk, id, kept } = await withSwallowedText()
    expect(kept).toMatchObject({ swallowed: 1, open: 1 })
    expect(await desk.text(id)).not.toContain('Trois nouvelles')
    const [item] = must(await desk.calls['settle.list']({})).items
    expect(item).toMatchObject({
      what: 'text',
      subject: id,
      field: 'body',
      lost: { text: ' Trois nouvelles.', by: { author: 'Ana' } },
    })
    must(await desk.calls['settle.text']({ merge: kept.id, index: 0, state: 'back' }))
    expect(await desk.text(id)).toContain('Trois nouvelles.')
    expect(must(await desk.calls['settle.list']({})).total).toBe(0)
    must(await desk.calls['history.undo']({}))
    expect(await desk.text(id)).not.toContain('Trois nouvelles')
    expect(must(await desk.calls['settle.list']({})).total).toBe(1)
  })

  it('is let go, and taken up again', async () => {
    const { desk, kept } = await withSwallowedText()
    must(await desk.calls['settle.text']({ merge: kept.id, index: 0, state: 'let-go' }))
    expect(must(await desk.calls['settle.list']({})).total).toBe(0)
    must(await desk.calls['settle.text']({ merge: kept.id, index: 0, state: 'open' }))
    expect(must(await desk.calls['settle.list']({})).total).toBe(1)
  })

  it('settles itself when somebody writes the words again', async () => {
    const { desk, id } = await withSwallowedText()
    const pen = await penOn(desk, id)
    await pen.write('\nTrois nouvelles.')
    must(await desk.session.save())
    expect(must(await desk.calls['settle.list']({})).total).toBe(0)
  })
})
