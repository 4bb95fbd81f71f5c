import { describe, expect, it } from 'vitest'
import { contestedKeys } from '../../src/core/history/project.ts'
import { accepting, pendingSdgs, rejecting } from '../../src/core/suggest/pending.ts'
import type { RecordSuggestions } from '../../src/core/suggest/suggest-fields.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { suggestForRecord } from '../../src/engine/suggest.ts'
import { deskAt, penOn } from '../support/desk.ts'
import { computer, must, newFolder, record, title } from '../support/engine.ts'
import { exchange, inMemory } from '../support/in-memory.ts'
import { tickingClock } from '../support/ports.ts'

const WELL = 'Douze volontaires réparent la pompe, et chaque ménage paie un peu pour l’eau potable et les latrines.'

function goalsOf({ goals }: RecordSuggestions): readonly string[] {
  return goals.filter(({ suggested }) => suggested).map(({ sdg }) => sdg)
}

/** What nobody has decided about in a record, as the window and the review see it. */
function pendingIn(workspace: Workspace, id: string) {
  const subject = workspace.subject(id)
  const suggested = suggestForRecord(workspace, id, undefined)
  if (!subject || !suggested) throw new Error('no such record')
  const keys = (field: string) => new Set((subject.sets.get(field) ?? []).map(({ key }) => key))
  return pendingSdgs(suggested, { tagged: keys('sdgs'), rejected: keys('sdgsRejected') })
}

function team() {
  const now = tickingClock()
  const ana = inMemory('Ana', now)
  const luis = inMemory('Luis', now)
  must(ana.create('workspace', 'fr', [{ op: 'set', field: 'name', value: 'Sahel' }], 'workspace'))
  const id = record(ana, [title('La pompe de Podor'), { op: 'set', field: 'summary', locale: 'fr', value: WELL }])
  exchange(ana, luis)
  return { ana, luis, id }
}

describe('the queue of suggestions', () => {
  it('holds the records that have something to decide about, and no others', async () => {
    const desk = deskAt(computer({ author: 'Ana' }))
    must(await desk.calls['workspace.create']({ path: `${newFolder()}/a.temoin`, name: 'Sahel', lang: 'fr' }))
    const well = await desk.create([title('La pompe'), { op: 'set', field: 'summary', locale: 'fr', value: WELL }])
    const plain = await desk.create([title('Podor')])
    const brief = await desk.create([title(WELL)], 'brief')
    const all = must(await desk.calls['suggest.queue']({ ids: null }))
    expect(all).toMatchObject({ ids: [well], complete: true })
    const { workspace } = desk.open()
    expect(all.tags).toBeGreaterThanOrEqual(pendingIn(workspace, well).length)
    expect(must(await desk.calls['suggest.queue']({ ids: [plain, brief, 'nobodyknowsthis1'] })).ids).toEqual([])
    await desk.session.close()
  })
})

describe('suggestions for a record', () => {
  it('read what is being typed, before it is in the log', async () => {
    const desk = deskAt(computer({ author: 'Ana' }))
    must(await desk.calls['workspace.create']({ path: `${newFolder()}/a.temoin`, name: 'Sahel', lang: 'fr' }))
    const id = await desk.create([title('Podor')])
    expect(goalsOf(must(await desk.calls['suggest.record']({ id, lang: 'fr' })))).toEqual([])
    const pen = await penOn(desk, id, 'context')
    await pen.write(WELL)
    const suggested = must(await desk.calls['suggest.record']({ id, lang: 'en' }))
    expect(suggested.lang).toBe('fr')
    expect(goalsOf(suggested)).toContain('6')
    expect(suggested.goals[0]?.because[0]).toMatchObject({ field: 'context' })
    await desk.session.close()
  })

  it('come back neither here nor on another copy once they were rejected, until that is undone', () => {
    const { ana, luis, id } = team()
    const [water] = pendingIn(ana, id)
    if (!water) throw new Error('nothing was suggested')
    must(ana.change(id, [rejecting(water)]))
    exchange(ana, luis)
    for (const copy of [ana, luis]) expect(pendingIn(copy, id).map(({ key }) => key)).not.toContain('6')
    must(ana.undo())
    exchange(ana, luis)
    for (const copy of [ana, luis]) expect(pendingIn(copy, id)[0]?.key).toBe('6')
  })

  it('leave no conflict where one accepts what another tags by hand, and a real one where strengths differ', () => {
    const { ana, luis, id } = team()
    const [water] = pendingIn(ana, id)
    if (!water) throw new Error('nothing was suggested')
    must(ana.change(id, [accepting(water, 'principal')]))
    must(luis.change(id, [{ op: 'add', field: 'sdgs', value: { code: '6', strength: 'principal' } }]))
    exchange(ana, luis)
    const subject = luis.subject(id)
    expect(subject && contestedKeys(subject)).toEqual([])
    expect(luis.store.card(id)?.sdgs).toEqual([{ code: '6', strength: 'principal' }])
    must(luis.change(id, [{ op: 'add', field: 'sdgs', value: { code: '6', strength: 'mentioned' } }]))
    must(ana.change(id, [{ op: 'add', field: 'sdgs', value: { code: '6', strength: 'significant' } }]))
    exchange(ana, luis)
    const contested = ana.subject(id)
    expect(contested && contestedKeys(contested)).toEqual(['sdgs'])
  })

  it('say in the log where an accepted tag came from', () => {
    const { ana, id } = team()
    const [water] = pendingIn(ana, id)
    if (!water) throw new Error('nothing was suggested')
    must(ana.change(id, [accepting(water, 'principal')]))
    const [change] = ana.store.changesOf(id).filter(({ field }) => field === 'sdgs')
    expect(change).toMatchObject({
      author: 'Ana',
      value: { code: '6', strength: 'principal', from: 'suggested', framework: 'A/RES/70/1 (2015)' },
    })
    must(ana.undo())
    expect(pendingIn(ana, id)[0]?.key).toBe('6')
  })
})
