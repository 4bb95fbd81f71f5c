import { describe, expect, it } from 'vitest'
import { makeChange } from '../../src/core/history/steps.ts'
import { contestedKeys } from '../../src/core/history/project.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { computer, must, newWorkspace, problemOf, record, title, twoCopies } from '../support/engine.ts'

async function openWorkspace(): Promise<Workspace> {
  return (await newWorkspace(computer({ author: 'Ana' }))).workspace
}

function titleOf(workspace: Workspace, id: string) {
  return workspace.subject(id)?.values.get('title:fr')?.value
}

function openTitles(workspace: Workspace, id: string) {
  return workspace
    .subject(id)
    ?.values.get('title:fr')
    ?.open.map((open) => open.value)
}

function tags(workspace: Workspace, id: string) {
  return (
    workspace
      .subject(id)
      ?.sets.get('sdgs')
      ?.map((element) => element.key) ?? []
  )
}

describe('an open workspace', () => {
  it('makes a record in one go, with who made it, and shows it in the list', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Les clés du puits'), { op: 'add', field: 'sdgs', value: '6.1' }])
    expect(workspace.store.card(id)).toMatchObject({
      kind: 'case-study',
      lang: 'fr',
      languages: ['fr'],
      titles: { fr: 'Les clés du puits' },
      sdgs: [{ code: '6.1', strength: 'significant' }],
      author: 'Ana',
      state: 'draft',
      contested: 0,
    })
    expect(must(workspace.view(id))).toMatchObject({ id, author: 'Ana', deleted: false })
  })

  it('makes no change where nothing changes', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Les clés du puits')])
    const before = workspace.store.changeCount()
    expect(must(workspace.change(id, [title('Les clés du puits')]))).toBe(0)
    expect(workspace.store.changeCount()).toBe(before)
  })

  it('takes all steps or none, on one record and on many', async () => {
    const workspace = await openWorkspace()
    const ids = [record(workspace, [title('Podor')]), record(workspace, [title('Matam')])]
    const before = workspace.store.changeCount()
    const wrong = [title('Kaédi'), { op: 'add', field: 'sdgs', value: '5.99' }] as const
    expect(problemOf(workspace.changeMany(ids, wrong))).toEqual({ code: 'unknown-sdg', sdg: '5.99' })
    expect(problemOf(workspace.changeMany([...ids, 'nobodyknowsthis1'], [title('Kaédi')]))).toEqual({
      code: 'unknown-record',
      id: 'nobodyknowsthis1',
    })
    expect(workspace.store.changeCount()).toBe(before)
    expect(ids.map((id) => titleOf(workspace, id))).toEqual(['Podor', 'Matam'])
  })

  it('changes many records as one deed, and takes it back as one', async () => {
    const workspace = await openWorkspace()
    const ids = [record(workspace, [title('Podor')]), record(workspace, [title('Matam')])]
    must(workspace.changeMany(ids, [{ op: 'add', field: 'sdgs', value: '13.1' }]))
    expect(ids.map((id) => tags(workspace, id))).toEqual([['13.1'], ['13.1']])
    must(workspace.undo())
    expect(ids.map((id) => tags(workspace, id))).toEqual([[], []])
    must(workspace.redo())
    expect(ids.map((id) => tags(workspace, id))).toEqual([['13.1'], ['13.1']])
  })

  it('deletes and brings back', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor')])
    expect(must(workspace.remove([id, id]))).toBe(1)
    expect(workspace.store.card(id)?.deleted).toBe(true)
    expect(must(workspace.restore([id]))).toBe(1)
    expect(workspace.store.card(id)).toMatchObject({ deleted: false, contested: 0 })
    expect(problemOf(workspace.remove(['nobodyknowsthis1']))).toEqual({
      code: 'unknown-record',
      id: 'nobodyknowsthis1',
    })
  })

  it('refuses a name that is longer than a name is', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace)
    expect(problemOf(workspace.change(id, [title('é'.repeat(1_001))]))).toEqual({
      code: 'text-too-long',
      field: 'title',
      length: 1_001,
      limit: 1_000,
    })
  })

  it('keeps an author’s name within what the log can hold', async () => {
    const environment = { ...computer({ author: 'Ana' }), author: () => `Ana\n${'ñ'.repeat(5_000)}` }
    const { workspace } = await newWorkspace(environment)
    const id = record(workspace, [title('Podor')])
    expect(must(workspace.view(id)).author).toMatch(/^Ana ñ+$/)
  })
})

describe('a contested value', () => {
  it('shows every open value with its author and time, and is settled by whoever has seen them', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('Podor')])
    await meet()
    must(ana.workspace.change(id, [title('Podor, 2011')]))
    must(luc.workspace.change(id, [title('Podor et Matam')]))
    await meet()
    for (const { workspace } of [ana, luc]) {
      expect(new Set(openTitles(workspace, id))).toEqual(new Set(['Podor, 2011', 'Podor et Matam']))
      expect(must(workspace.view(id)).values['title:fr']).toMatchObject({ contested: true })
      expect(workspace.store.card(id)?.contested).toBe(1)
    }
    must(luc.workspace.change(id, [title('Podor et Matam, 2011')]))
    await meet()
    expect(openTitles(ana.workspace, id)).toEqual(['Podor et Matam, 2011'])
  })

  it('stays contested when the one who set it had seen only an older value', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('Podor')])
    await meet()
    const seen =
      ana.workspace
        .subject(id)
        ?.values.get('title:fr')
        ?.open.map((open) => open.id) ?? []
    must(luc.workspace.change(id, [title('Matam')]))
    await meet()
    must(ana.workspace.change(id, [{ op: 'set', field: 'title', locale: 'fr', value: 'Podor, 2011', saw: seen }]))
    expect(openTitles(ana.workspace, id)).toEqual(['Podor, 2011', 'Matam'])
  })

  it('is none where two people delete the same record, each having seen something else of it', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('Podor')])
    await meet()
    must(luc.workspace.change(id, [{ op: 'add', field: 'sdgs', value: '6' }]))
    must(luc.workspace.remove([id]))
    must(ana.workspace.change(id, [{ op: 'add', field: 'countries', value: 'SEN' }]))
    must(ana.workspace.remove([id]))
    await meet()
    for (const { workspace } of [ana, luc]) {
      const subject = workspace.subject(id)
      expect(subject?.deleted).toBe(true)
      expect(subject && contestedKeys(subject)).toEqual([])
    }
  })
})

describe('undo', () => {
  it('does not take back a part of what is too large to be taken back whole, nor what was done before it', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor')])
    const part = Symbol('import')
    for (let batch = 0; batch < 4; batch += 1) {
      const work = workspace.work()
      const acting = workspace.acting()
      const changes = Array.from({ length: batch === 1 ? 20_000 : 10 }, (_, index) =>
        makeChange(
          { id, kind: 'case-study' },
          { field: 'weather', locale: '', op: 'set', value: index, replaces: [] },
          acting,
        ),
      )
      work.add(changes)
      workspace.commit(work, 'import', { part })
      expect(workspace.undoState.canUndo).toBe(batch === 0)
    }
    must(workspace.change(id, [title('Matam')]))
    must(workspace.undo())
    expect(problemOf(workspace.undo())).toEqual({ code: 'nothing-to-undo' })
    expect(titleOf(workspace, id)).toBe('Podor')
  })

  it('has nothing to take back at first, and says so', async () => {
    const workspace = await openWorkspace()
    expect(problemOf(workspace.undo())).toEqual({ code: 'nothing-to-undo' })
    expect(problemOf(workspace.redo())).toEqual({ code: 'nothing-to-redo' })
    expect(workspace.undoState).toEqual({ canUndo: false, canRedo: false })
  })

  it('goes back through everything and forward again', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('A')])
    must(workspace.change(id, [title('B')]))
    must(workspace.change(id, [{ op: 'add', field: 'sdgs', value: '5' }]))
    must(workspace.change(id, [{ op: 'add', field: 'sdgs', value: { code: '5', strength: 'principal' } }]))
    must(workspace.change(id, [{ op: 'remove', field: 'sdgs', key: '5' }]))
    must(workspace.change(id, [title('C')]))
    must(workspace.remove([id]))
    const state = () => [
      workspace.subject(id)?.deleted,
      titleOf(workspace, id),
      workspace
        .subject(id)
        ?.sets.get('sdgs')
        ?.map((element) => element.value) ?? [],
    ]
    const states = [
      [true, 'C', []],
      [false, 'C', []],
      [false, 'B', []],
      [false, 'B', [{ code: '5', strength: 'principal' }]],
      [false, 'B', [{ code: '5', strength: 'significant' }]],
      [false, 'B', []],
      [false, 'A', []],
      [true, 'A', []],
    ]
    for (let round = 0; round < 3; round += 1) {
      for (const expected of states.slice(1)) {
        must(workspace.undo())
        expect(state()).toEqual(expected)
      }
      for (const expected of states.toReversed().slice(1)) {
        must(workspace.redo())
        expect(state()).toEqual(expected)
      }
      expect(contestedKeys(workspace.subject(id) as never)).toEqual([])
    }
  })

  it('of a creation deletes the record, and redo brings it back whole', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor'), { op: 'add', field: 'sdgs', value: '6' }])
    must(workspace.undo())
    expect(workspace.store.card(id)?.deleted).toBe(true)
    must(workspace.redo())
    expect(workspace.store.card(id)).toMatchObject({ deleted: false, contested: 0, titles: { fr: 'Podor' } })
    expect(tags(workspace, id)).toEqual(['6'])
  })

  it('of a restore deletes again, whatever was done and taken back in between', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor')])
    must(workspace.remove([id]))
    must(workspace.restore([id]))
    must(workspace.change(id, [title('Matam')]))
    must(workspace.undo())
    must(workspace.undo())
    expect(workspace.store.card(id)).toMatchObject({ deleted: true, contested: 0 })
  })

  it('leaves a value alone that a colleague has set since, having seen mine', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('Podor')])
    must(ana.workspace.change(id, [title('Podor, 2011'), { op: 'add', field: 'sdgs', value: '6' }]))
    await meet()
    must(luc.workspace.change(id, [title('Matam, 2011')]))
    await meet()
    must(ana.workspace.undo())
    expect(openTitles(ana.workspace, id)).toEqual(['Matam, 2011'])
    expect(tags(ana.workspace, id)).toEqual([])
  })

  it('takes back mine of two contested values and leaves the colleague’s', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('Podor')])
    await meet()
    must(ana.workspace.change(id, [title('Podor, 2011')]))
    must(luc.workspace.change(id, [title('Matam')]))
    await meet()
    must(ana.workspace.undo())
    expect(openTitles(ana.workspace, id)).toEqual(['Matam'])
    must(ana.workspace.redo())
    expect(new Set(openTitles(ana.workspace, id))).toEqual(new Set(['Podor, 2011', 'Matam']))
    await meet()
    expect(openTitles(luc.workspace, id)).toEqual(openTitles(ana.workspace, id))
  })

  it('of a decision between contested values brings all of them back', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('Podor')])
    await meet()
    must(ana.workspace.change(id, [title('Podor, 2011')]))
    must(luc.workspace.change(id, [title('Matam')]))
    await meet()
    const contested = openTitles(ana.workspace, id)
    must(ana.workspace.change(id, [title('Podor et Matam')]))
    must(ana.workspace.undo())
    expect(openTitles(ana.workspace, id)).toEqual(contested)
    must(ana.workspace.redo())
    expect(openTitles(ana.workspace, id)).toEqual(['Podor et Matam'])
    must(ana.workspace.undo())
    must(ana.workspace.undo())
    expect(openTitles(ana.workspace, id)).toEqual(['Matam'])
  })

  it('of a creation leaves alive what a colleague has written into it', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [title('Podor')])
    await meet()
    must(
      luc.workspace.change(id, [{ op: 'set', field: 'summary', locale: 'fr', value: 'Les femmes gardent les clés.' }]),
    )
    await meet()
    must(ana.workspace.undo())
    const subject = ana.workspace.subject(id)
    expect(subject?.deleted).toBe(false)
    expect(subject && contestedKeys(subject)).toEqual(['lifecycle'])
  })

  it('of an edited figure leaves a colleague’s correction of the same figure', async () => {
    const { ana, luc, meet } = await twoCopies()
    const figure = { key: 'wells', value: 12, unit: 'puits', what: 'puits réparés' }
    const id = record(ana.workspace, [{ op: 'add', field: 'figures', value: figure }])
    await meet()
    must(ana.workspace.change(id, [{ op: 'add', field: 'figures', value: { ...figure, value: 14 } }]))
    must(luc.workspace.change(id, [{ op: 'add', field: 'figures', value: { ...figure, value: 15 } }]))
    await meet()
    must(ana.workspace.undo())
    const open = ana.workspace
      .subject(id)
      ?.sets.get('figures')?.[0]
      ?.open.map((entry) => entry.value)
    expect(open).toEqual([{ ...figure, value: 15 }])
  })

  it('of a removed tag does not take away what a colleague tagged anew', async () => {
    const { ana, luc, meet } = await twoCopies()
    const id = record(ana.workspace, [{ op: 'add', field: 'sdgs', value: '6' }])
    await meet()
    must(ana.workspace.change(id, [{ op: 'add', field: 'sdgs', value: '13' }]))
    must(luc.workspace.change(id, [{ op: 'add', field: 'sdgs', value: { code: '13', strength: 'principal' } }]))
    await meet()
    must(ana.workspace.undo())
    expect(
      ana.workspace
        .subject(id)
        ?.sets.get('sdgs')
        ?.map((element) => element.value),
    ).toEqual([
      { code: '6', strength: 'significant' },
      { code: '13', strength: 'principal' },
    ])
  })
})
