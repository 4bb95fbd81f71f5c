import { describe, expect, it } from 'vitest'
import { agreements } from '../../../src/core/history/agreement.ts'
import { rejecting } from '../../../src/core/suggest/pending.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { agreementIn } from '../../../src/engine/answers/agreement.ts'
import { must, record, title } from '../../support/engine.ts'
import { exchange, inMemory } from '../../support/in-memory.ts'
import { tickingClock } from '../../support/ports.ts'

function tag(workspace: Workspace, id: string, ...codes: readonly string[]): void {
  must(
    workspace.change(
      id,
      codes.map((value) => ({ op: 'add', field: 'sdgs', value })),
    ),
  )
}

/** Ana and Luis with the same untagged records, to be tagged apart from each other. */
function team(records: number) {
  const now = tickingClock()
  const [ana, luis] = [inMemory('Ana', now), inMemory('Luis', now)]
  must(ana.create('workspace', 'fr', [{ op: 'set', field: 'name', value: 'Sahel' }], 'workspace'))
  const ids = Array.from({ length: records }, (_, at) => record(ana, [title(`Fiche ${at}`)]))
  exchange(ana, luis)
  return { ana, luis, ids }
}

describe('agreement in tagging', () => {
  it('is full where two people tag the same goals, by themselves or by targets', () => {
    const { ana, luis, ids } = team(2)
    ids.forEach((id, at) => {
      tag(ana, id, at === 0 ? '6.1' : '5', '13')
      tag(luis, id, at === 0 ? '6' : '5.2', '13.1')
    })
    exchange(ana, luis)
    expect(agreementIn(luis)).toEqual([{ one: 'Ana', other: 'Luis', records: 2, agreed: 1, kappa: 1 }])
    expect(agreementIn(ana)).toEqual(agreementIn(luis))
  })

  it('takes away what chance would make alike', () => {
    const { ana, luis, ids } = team(1)
    const [id = ''] = ids
    tag(ana, id, '6', '5')
    tag(luis, id, '6', '13')
    exchange(ana, luis)
    // 15 of 17 alike; by chance (2·2 + 15·15) / 17² would be.
    const chance = 229 / 289
    expect(agreementIn(ana)[0]).toMatchObject({ agreed: 0.8824 })
    expect(agreementIn(ana)[0]?.kappa).toBeCloseTo((15 / 17 - chance) / (1 - chance), 3)
  })

  it('counts what was taken away or rejected again as no', () => {
    const { ana, luis, ids } = team(1)
    const [id = ''] = ids
    tag(ana, id, '6')
    tag(luis, id, '6', '13', '16')
    must(luis.change(id, [{ op: 'remove', field: 'sdgs', key: '13' }, rejecting({ field: 'sdgs', key: '16' })]))
    exchange(ana, luis)
    expect(agreementIn(ana)[0]).toMatchObject({ agreed: 1, kappa: 1 })
  })

  it('says nothing of records that one person alone has tagged, and nothing where chance agrees fully', () => {
    const { ana, luis, ids } = team(2)
    tag(ana, ids[0] ?? '', '6')
    must(luis.change(ids[0] ?? '', [title('Autrement')]))
    exchange(ana, luis)
    expect(agreementIn(ana)).toEqual([])
    for (const copy of [ana, luis]) must(copy.change(ids[1] ?? '', [rejecting({ field: 'sdgs', key: '6' })]))
    exchange(ana, luis)
    expect(agreementIn(ana)).toEqual([{ one: 'Ana', other: 'Luis', records: 1, agreed: 1, kappa: null }])
    expect(agreements([], (name) => name)).toEqual([])
  })
})
