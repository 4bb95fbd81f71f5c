import { describe, expect, it } from 'vitest'
import { accepting, pendingSdgs, pendingThemes, rejecting } from '../../../src/core/suggest/pending.ts'
import { type FieldSuggestion, suggestForFields } from '../../../src/core/suggest/suggest-fields.ts'

function suggestion(sdg: string, suggested = true): FieldSuggestion {
  return { sdg, score: 0.5, suggested, because: [{ field: 'body', term: 'puits', start: 0, end: 5, weight: 1 }] }
}

const SUGGESTED = {
  goals: [suggestion('6'), suggestion('13'), suggestion('2', false)],
  targets: [suggestion('13.1'), suggestion('6.1'), suggestion('6.b', false)],
  themes: ['water-and-sanitation', 'health', 'governance'].map((theme, rank) => ({
    ...{ theme, score: 0.7, suggested: rank < 2 },
    because: [{ field: 'body', term: 'puits', start: 0, end: 5, weight: 1 }],
  })),
  read: 5,
}

function keys(tagged: readonly string[], rejected: readonly string[] = []): readonly string[] {
  return pendingSdgs(SUGGESTED, { tagged: new Set(tagged), rejected: new Set(rejected) }).map(({ key }) => key)
}

describe('suggestions that nobody has decided about', () => {
  it('are the likely goals, best first, each with its targets under it', () => {
    expect(keys([])).toEqual(['6', '6.1', '13', '13.1'])
  })

  it('do without a goal that is tagged, itself or by a target', () => {
    expect(keys(['6'])).toEqual(['6.1', '13', '13.1'])
    expect(keys(['6.1', '13.3'])).toEqual(['13.1'])
  })

  it('do without what was rejected, and without the targets of a rejected goal', () => {
    expect(keys([], ['6'])).toEqual(['13', '13.1'])
    expect(keys([], ['13.1'])).toEqual(['6', '6.1', '13'])
  })

  it('are likely themes too, and a broader one is settled by one under it', () => {
    const themes = (tagged: readonly string[], rejected: readonly string[] = []) =>
      pendingThemes(SUGGESTED, { tagged: new Set(tagged), rejected: new Set(rejected) }).map(({ key }) => key)
    expect(themes([])).toEqual(['water-and-sanitation', 'health'])
    expect(themes(['mental-health'])).toEqual(['water-and-sanitation'])
    expect(themes(['health'], ['water-and-sanitation'])).toEqual([])
  })

  it('carry the words that speak for them', () => {
    const fields = [{ field: 'title', text: 'Trois puits pour l’eau potable' }]
    const [first] = pendingSdgs(suggestForFields(fields, 'fr'), { tagged: new Set(), rejected: new Set() })
    expect(first).toMatchObject({
      key: '6',
      because: expect.arrayContaining([expect.objectContaining({ field: 'title' })]),
    })
  })

  it('become tags that say where they came from, or are kept from coming again', () => {
    const [first] = pendingSdgs(SUGGESTED, { tagged: new Set(), rejected: new Set() })
    if (!first) throw new Error('nothing was suggested')
    expect(accepting(first, 'principal')).toEqual({
      op: 'add',
      field: 'sdgs',
      value: { code: '6', strength: 'principal', from: 'suggested', framework: 'A/RES/70/1 (2015)' },
    })
    expect(rejecting(first)).toEqual({ op: 'add', field: 'sdgsRejected', value: '6' })
  })
})
