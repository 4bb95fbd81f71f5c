import { describe, expect, it } from 'vitest'
import type { ToSettle } from '../../../../src/ipc/merges.ts'
import { choicesFor } from '../../../../src/renderer/features/settle/choices.ts'
import { inQueue } from '../../../../src/renderer/features/settle/use-queue.ts'

const LUC = { id: 'b', value: 'Pozos', author: 'Luc', at: 2 }
const ANA = { id: 'a', value: 'Puits', author: 'Ana', at: 1 }

function contested(more: Partial<ToSettle> = {}): ToSettle {
  return {
    key: 'wells title:fr',
    what: 'value',
    subject: 'wells',
    kind: 'case-study',
    lang: 'fr',
    titles: { fr: 'Puits' },
    field: 'title',
    locale: 'fr',
    open: [LUC, ANA],
    saw: ['b', 'a', 'c'],
    ...more,
  }
}

const steps = (item: ToSettle) =>
  choicesFor(item).map(({ keys, does }) => [keys, does.deed === 'step' ? does.step : does])

describe('the ways to settle something', () => {
  it('are a number key for each value, which has seen all that stand open, and both texts in the order they were written', () => {
    const step = { op: 'set', field: 'title', locale: 'fr', saw: ['b', 'a', 'c'] }
    expect(steps(contested())).toEqual([
      [['1'], { ...step, value: 'Pozos' }],
      [['2'], { ...step, value: 'Puits' }],
      [['b'], { ...step, value: 'Puits / Pozos' }],
    ])
  })

  it('put long texts one below the other', () => {
    const [, , both] = steps(contested({ field: 'summary' }))
    expect(both?.[1]).toMatchObject({ value: 'Puits\n\nPozos' })
  })

  it('offer no both for a choice, and add an element of a set anew', () => {
    expect(steps(contested({ field: 'state', locale: '' })).map(([keys]) => keys)).toEqual([['1'], ['2']])
    const value = { key: 'wells', value: 3 }
    const element = contested({ what: 'element', field: 'figures', locale: '', open: [{ ...LUC, value }, ANA] })
    expect(steps(element)[0]).toEqual([['1'], { op: 'add', field: 'figures', value }])
  })

  it('are two keys for a deletion and for a text that lost its place', () => {
    expect(choicesFor(contested({ what: 'deletion', field: 'lifecycle' })).map(({ what }) => what)).toEqual([
      'keep',
      'delete',
    ])
    expect(choicesFor(contested({ what: 'text' })).map(({ what }) => what)).toEqual(['back', 'let-go'])
  })
})

describe('the queue', () => {
  it('keeps its order and has what was skipped come last, in the order of skipping', () => {
    const items = ['a', 'b', 'c', 'd'].map((key) => contested({ key }))
    expect(inQueue(items, ['c', 'a']).map(({ key }) => key)).toEqual(['b', 'd', 'c', 'a'])
  })
})
