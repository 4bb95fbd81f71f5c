import { describe, expect, it } from 'vitest'
import { deletionOf } from '../../../src/core/history/settle.ts'
import { richState } from '../../../src/core/history/project.ts'
import { type ChangesOf, planMerge } from '../../../src/core/merge/plan.ts'
import { deleteText, insertText } from '../../../src/core/rich-text/text-steps.ts'
import type { Outcome } from '../../../src/core/problem.ts'
import { createReplica, type Replica } from '../../support/replica.ts'

const CASE = 'case-study'
const RECORD = 'wellcommittee001'
let clients = 1_000

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

function meet(...replicas: readonly Replica[]): void {
  const all = replicas.flatMap((replica) => [...replica.log.values()])
  for (const replica of replicas) replica.meet(all)
}

/** What it would be for the first to take in what the others have. */
function plan(mine: Replica, ...others: readonly Replica[]) {
  const arriving = new Map(others.flatMap((other) => [...other.log]).filter(([id]) => !mine.log.has(id)))
  const changesOf =
    ({ log }: Replica): ChangesOf =>
    (subject) =>
      [...log.values()].filter((change) => change.subject === subject)
  return planMerge([...arriving.values()], changesOf(mine), others.map(changesOf))
}

function state(replica: Replica): Uint8Array {
  return richState(replica.subject(RECORD) ?? { id: RECORD, edits: new Map() }, 'body', 'fr')
}

function write(replica: Replica, at: number, text: string): void {
  clients += 1
  const update = must(insertText(state(replica), at, text, clients))
  replica.act(RECORD, CASE, [{ op: 'edit', field: 'body', locale: 'fr', update }])
}

function erase(replica: Replica, at: number, length: number): void {
  clients += 1
  const update = must(deleteText(state(replica), at, length, clients))
  replica.act(RECORD, CASE, [{ op: 'edit', field: 'body', locale: 'fr', update }])
}

/** Three people with the same record of two paragraphs. */
function three() {
  const [ana, luc, eva] = [
    createReplica('Ana', () => 1_000),
    createReplica('Luc', () => 0),
    createReplica('Eva', () => Date.UTC(2090, 0, 1)),
  ] as const
  ana.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Comités de l’eau' }])
  write(ana, 0, 'Premier.\nSecond.')
  meet(ana, luc, eva)
  return { ana, luc, eva }
}

describe('planning a merge', () => {
  it('brings nothing where there is nothing new', () => {
    const { ana, luc } = three()
    expect(plan(ana, luc)).toEqual({
      changes: [],
      arrivals: [],
      report: {
        changes: 0,
        records: { new: 0, changed: 0, deleted: 0 },
        contested: [],
        swallowed: [],
        unchanged: true,
      },
    })
  })

  it('counts what is new, what is changed and what is deleted, and themes not among records', () => {
    const { ana, luc } = three()
    luc.act('brigades00000001', 'lesson', [{ op: 'set', field: 'title', locale: 'es', value: 'Brigadas' }])
    luc.act('theme00000000001', 'theme', [{ op: 'set', field: 'label', locale: 'fr', value: 'Eau' }])
    luc.act(RECORD, CASE, [{ op: 'set', field: 'state', value: 'validated' }])
    expect(plan(ana, luc).report).toMatchObject({
      changes: 3,
      records: { new: 1, changed: 1, deleted: 0 },
      unchanged: false,
    })
    luc.act(RECORD, CASE, [{ op: 'set', field: 'lifecycle', value: deletionOf(luc.changesOf(RECORD)) }])
    expect(plan(ana, luc).report.records).toEqual({ new: 1, changed: 0, deleted: 1 })
  })

  it('has the same changes in the same order whoever is asked first', () => {
    const { ana, luc, eva } = three()
    for (const who of [luc, eva])
      who.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: who.author }])
    expect(plan(ana, luc, eva)).toEqual(plan(ana, eva, luc))
    const ids = plan(ana, luc, eva).changes.map((change) => change.id)
    expect(ids).toEqual([...ids].sort())
  })

  it('names what becomes contested, once, and not what was contested before', () => {
    const { ana, luc, eva } = three()
    ana.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Ana' }])
    luc.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Luc' }])
    luc.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'en', value: 'Water' }])
    expect(plan(ana, luc).report.contested).toEqual([{ id: RECORD, field: 'title', locale: 'fr' }])
    meet(ana, luc)
    eva.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Eva' }])
    expect(plan(ana, eva).report.contested).toEqual([])
  })

  it('names an edit that survived a deletion', () => {
    const { ana, luc } = three()
    luc.act(RECORD, CASE, [{ op: 'set', field: 'lifecycle', value: deletionOf(luc.changesOf(RECORD)) }])
    write(ana, 0, 'Encore. ')
    expect(plan(ana, luc).report).toMatchObject({
      records: { changed: 1, deleted: 0 },
      contested: [{ id: RECORD, field: 'lifecycle', locale: '' }],
    })
  })

  it('lists text that one side typed into a paragraph the other took away, whichever side merges', () => {
    const { ana, luc } = three()
    write(ana, 16, ' Les femmes gardent les clés.')
    erase(luc, 8, 8)
    const swallowed = [{ id: RECORD, field: 'body', locale: 'fr', text: ' Les femmes gardent les clés.' }]
    expect(plan(ana, luc).report.swallowed).toEqual(swallowed)
    expect(plan(luc, ana).report.swallowed).toEqual(swallowed)
  })

  it('lists such text also where both sides of it arrive together', () => {
    const { ana, luc, eva } = three()
    write(luc, 16, ' Les femmes gardent les clés.')
    erase(eva, 8, 8)
    const swallowed = [{ id: RECORD, field: 'body', locale: 'fr', text: ' Les femmes gardent les clés.' }]
    expect(plan(ana, luc, eva).report.swallowed).toEqual(swallowed)
    expect(plan(ana, eva, luc).report.swallowed).toEqual(swallowed)
    const stranger = createReplica('Ndeye', () => 2_000)
    expect(plan(stranger, luc, eva).report.swallowed).toEqual(swallowed)
  })

  it('lists it once where several copies have it', () => {
    const { ana, luc, eva } = three()
    write(luc, 16, ' Les femmes gardent les clés.')
    const luc2 = createReplica('Luc, autre copie', () => 3_000)
    luc2.meet(luc.log.values())
    erase(eva, 8, 8)
    expect(plan(ana, luc, luc2, eva).report.swallowed).toHaveLength(1)
  })

  it('lists nothing that was deleted knowingly', () => {
    const { ana, luc } = three()
    write(ana, 16, ' Les femmes gardent les clés.')
    meet(ana, luc)
    erase(luc, 8, 37)
    expect(plan(ana, luc).report.swallowed).toEqual([])
  })
})
