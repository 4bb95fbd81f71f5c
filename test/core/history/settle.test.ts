import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/history/change.ts'
import { contestedKeys } from '../../../src/core/history/project.ts'
import { deletionOf, settle } from '../../../src/core/history/settle.ts'
import { createReplica, type Replica } from '../../support/replica.ts'

const CASE = 'case-study'
const RECORD = 'wellcommittee001'

/** Ana in Saint-Louis and Luc in Bonn, each with a clock of their own, and the same first title. */
function anaAndLuc(lucNow = () => 2_000) {
  const ana = createReplica('Ana', () => 1_000)
  const luc = createReplica('Luc', lucNow)
  ana.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Comités de l’eau' }])
  meetEachOther(ana, luc)
  return { ana, luc }
}

function meetEachOther(...replicas: readonly Replica[]): void {
  const all = replicas.flatMap((replica) => [...replica.log.values()])
  for (const replica of replicas) replica.meet(all)
}

function title(replica: Replica) {
  return replica.subject(RECORD)?.values.get('title:fr')
}

describe('settling a field', () => {
  it('keeps the losing value in sight when neither author had read the other', () => {
    const { ana, luc } = anaAndLuc()
    ana.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Comités villageois de l’eau' }])
    luc.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Gestion de l’eau à Podor' }])
    meetEachOther(ana, luc)
    expect(title(ana)?.open.map((open) => open.value)).toEqual([
      'Gestion de l’eau à Podor',
      'Comités villageois de l’eau',
    ])
    expect(title(luc)).toEqual(title(ana))
    expect(contestedKeys(settle(ana.changesOf(RECORD)))).toEqual(['title:fr'])
  })

  it('is settled again for everybody once somebody sets the field having seen both', () => {
    const { ana, luc } = anaAndLuc()
    ana.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'A' }])
    luc.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'B' }])
    meetEachOther(ana, luc)
    ana.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'A' }])
    meetEachOther(ana, luc)
    expect(title(luc)?.open.map((open) => open.value)).toEqual(['A'])
  })

  it('has no conflict when two people wrote the same words', () => {
    const { ana, luc } = anaAndLuc()
    for (const who of [ana, luc]) who.act(RECORD, CASE, [{ op: 'set', field: 'state', value: 'validated' }])
    meetEachOther(ana, luc)
    expect(contestedKeys(settle(ana.changesOf(RECORD)))).toEqual([])
  })

  it('gives one answer whether a clock stands in 1970 or in 2090', () => {
    for (const year of [1970, 2026, 2090]) {
      const { ana, luc } = anaAndLuc(() => Date.UTC(year, 0, 1))
      luc.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Après lecture' }])
      meetEachOther(ana, luc)
      ana.act(RECORD, CASE, [{ op: 'set', field: 'title', locale: 'fr', value: 'Dernier mot' }])
      meetEachOther(ana, luc)
      expect(title(luc)?.open.map((open) => open.value)).toEqual(['Dernier mot'])
    }
  })
})

describe('settling a set', () => {
  it('keeps a tag that was added again by somebody who had not seen it removed', () => {
    const { ana, luc } = anaAndLuc()
    ana.act(RECORD, CASE, [{ op: 'add', field: 'sdgs', value: '6.2' }])
    meetEachOther(ana, luc)
    ana.act(RECORD, CASE, [{ op: 'remove', field: 'sdgs', key: '6.2' }])
    luc.act(RECORD, CASE, [{ op: 'add', field: 'sdgs', value: { code: '6.2', strength: 'principal' } }])
    meetEachOther(ana, luc)
    const tags = ana
      .subject(RECORD)
      ?.sets.get('sdgs')
      ?.map((element) => element.value)
    expect(tags).toEqual([{ code: '6.2', strength: 'principal' }])
  })

  it('keeps elements in the order in which they were first added, whichever of them is corrected', () => {
    const { ana } = anaAndLuc()
    for (const key of ['puits', 'pompes', 'registres']) {
      ana.act(RECORD, CASE, [{ op: 'add', field: 'figures', value: { key, value: 1 } }])
    }
    ana.act(RECORD, CASE, [{ op: 'add', field: 'figures', value: { key: 'puits', value: 2 } }])
    expect(
      ana
        .subject(RECORD)
        ?.sets.get('figures')
        ?.map((element) => element.value),
    ).toEqual([
      { key: 'puits', value: 2 },
      { key: 'pompes', value: 1 },
      { key: 'registres', value: 1 },
    ])
  })

  it('takes no value away for an operation that it does not know', () => {
    const { ana } = anaAndLuc()
    const [known] = ana.changesOf(RECORD)
    const newer = {
      ...ana.act(RECORD, CASE, [{ op: 'add', field: 'sdgs', value: '6' }])[0],
      op: 'weigh',
      replaces: [known?.id],
    }
    const settled = settle([...ana.changesOf(RECORD), newer as Change])
    expect(settled.values.get('title:fr')?.value).toBe('Comités de l’eau')
  })

  it('shows both versions of one figure that two people corrected apart', () => {
    const { ana, luc } = anaAndLuc()
    const figure = { key: 'wells', value: 12, unit: 'puits', what: 'puits réparés' }
    ana.act(RECORD, CASE, [{ op: 'add', field: 'figures', value: figure }])
    meetEachOther(ana, luc)
    ana.act(RECORD, CASE, [{ op: 'add', field: 'figures', value: { ...figure, value: 14 } }])
    luc.act(RECORD, CASE, [{ op: 'add', field: 'figures', value: { ...figure, value: 15 } }])
    meetEachOther(ana, luc)
    expect(
      ana
        .subject(RECORD)
        ?.sets.get('figures')?.[0]
        ?.open.map((open) => open.value),
    ).toEqual([
      { ...figure, value: 15 },
      { ...figure, value: 14 },
    ])
  })
})

describe('deleting', () => {
  function remove(replica: Replica) {
    const value = deletionOf(replica.changesOf(RECORD))
    replica.act(RECORD, CASE, [{ op: 'set', field: 'lifecycle', value }])
  }

  it('lets an edit win that had not seen the deletion, and says so', () => {
    const { ana, luc } = anaAndLuc()
    remove(ana)
    luc.act(RECORD, CASE, [{ op: 'set', field: 'summary', locale: 'fr', value: 'Les femmes gardent les clés.' }])
    expect(ana.subject(RECORD)?.deleted).toBe(true)
    meetEachOther(ana, luc)
    expect(ana.subject(RECORD)?.deleted).toBe(false)
    expect(contestedKeys(settle(ana.changesOf(RECORD)))).toEqual(['lifecycle'])
  })

  it('stays deleted when everybody had seen everything', () => {
    const { ana, luc } = anaAndLuc()
    luc.act(RECORD, CASE, [{ op: 'set', field: 'state', value: 'archived' }])
    meetEachOther(ana, luc)
    remove(ana)
    meetEachOther(ana, luc)
    expect(luc.subject(RECORD)?.deleted).toBe(true)
  })
})

describe('any history', () => {
  const act = fc.oneof(
    fc.record({ who: fc.nat(2), do: fc.constant('title' as const), value: fc.constantFrom('Puits', 'Pozos', 'Wells') }),
    fc.record({ who: fc.nat(2), do: fc.constant('tag' as const), value: fc.constantFrom('5', '5.2', '13.1') }),
    fc.record({ who: fc.nat(2), do: fc.constant('untag' as const), value: fc.constantFrom('5', '5.2', '13.1') }),
    fc.record({ who: fc.nat(2), do: fc.constant('delete' as const), value: fc.constant('') }),
    fc.record({ who: fc.nat(2), do: fc.constant('restore' as const), value: fc.constant('') }),
    fc.record({ who: fc.nat(2), do: fc.constant('meet' as const), value: fc.constantFrom('0', '1', '2') }),
  )
  const clocks = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: Date.UTC(2090, 0, 1) })))

  function play(
    acts: readonly { who: number; do: string; value: string }[],
    times: readonly number[],
  ): readonly Replica[] {
    const replicas = times.map((time, index) => createReplica(`author ${index}`, () => time))
    for (const { who, do: what, value } of acts) {
      const replica = replicas[who] as Replica
      const steps = {
        title: { op: 'set', field: 'title', locale: 'fr', value },
        tag: { op: 'add', field: 'sdgs', value },
        untag: { op: 'remove', field: 'sdgs', key: value },
        restore: { op: 'set', field: 'lifecycle', value: { state: 'active' } },
        delete: { op: 'set', field: 'lifecycle', value: deletionOf(replica.changesOf(RECORD)) },
      } as const
      if (what === 'meet') replica.meet((replicas[Number(value)] as Replica).log.values())
      else replica.act(RECORD, CASE, [steps[what as keyof typeof steps]])
    }
    return replicas
  }

  it('gives the same record whatever order its changes come in', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 40 }),
        clocks,
        fc.infiniteStream(fc.nat(1_000_000)),
        (acts, times, keys) => {
          const all = play(acts, times).flatMap((replica) => [...replica.log.values()])
          fc.pre(all.length > 0)
          const shuffled = all
            .map((change) => ({ change, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ change }) => change)
          const unique = [...new Map(shuffled.map((change) => [change.id, change])).values()]
          const inOrder = [...new Map(all.map((change) => [change.id, change])).values()]
          expect(settle(unique)).toEqual(settle(inOrder))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('ends with the same record on every copy, and every value still in the log', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), clocks, (acts, times) => {
        const replicas = play(acts, times)
        const before = new Set(replicas.flatMap((replica) => [...replica.log.keys()]))
        meetEachOther(...replicas)
        const [first, ...others] = replicas as [Replica, ...Replica[]]
        expect(new Set(first.log.keys())).toEqual(before)
        for (const other of others) expect(other.subject(RECORD)).toEqual(first.subject(RECORD))
        meetEachOther(...replicas)
        expect(first.log.size).toBe(before.size)
      }),
      { numRuns: 300 },
    )
  })
})
