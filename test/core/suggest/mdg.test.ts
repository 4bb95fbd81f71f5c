import { describe, expect, it } from 'vitest'
import table from '../../../resources/suggest/mdg.json' with { type: 'json' }
import type { Lang } from '../../../src/core/model/lang.ts'
import { millenniumGoals } from '../../../src/core/suggest/mdg.ts'
import { pendingSdgs } from '../../../src/core/suggest/pending.ts'
import { suggestForFields } from '../../../src/core/suggest/suggest-fields.ts'
import { suggestSdgs } from '../../../src/core/suggest/suggest.ts'
import { isSdgCode } from '../../../src/core/taxonomy/sdgs.ts'

const OLD: readonly (readonly [Lang, string, readonly string[]])[] = [
  ['en', 'This report is about MDG 2.', ['4']],
  ['fr', 'Ce rapport porte sur l’OMD 5.', ['3']],
  ['es', 'Este informe trata del ODM 8.', ['17']],
  ['en', 'Millennium Development Goal 3 guided them.', ['5', '4']],
  ['fr', 'Ils suivaient l’objectif du Millénaire pour le développement n° 3.', ['5', '4']],
  ['es', 'Seguían el Objetivo de Desarrollo del Milenio 4.', ['3']],
  ['en', 'They meant to develop a global partnership for development.', ['17']],
  ['fr', "Il fallait assurer l'éducation primaire pour tous.", ['4']],
]

describe('texts that name goals of the Millennium', () => {
  it.each(OLD)('in %s are suggested those of today: %s', (lang, text, goals) => {
    const suggested = suggestSdgs(text, lang).goals.filter(({ suggested: is }) => is)
    expect(suggested.map(({ sdg }) => sdg)).toEqual(expect.arrayContaining([...goals]))
    const [first] = suggested.filter(({ sdg }) => sdg === goals[0])
    expect(first?.because.some(({ via }) => via === 'mdg')).toBe(true)
  })

  it('say of an accepted tag that it came from the older goal', () => {
    const fields = [{ field: 'body', text: 'Rapport sur l’OMD 2.' }]
    const [tag] = pendingSdgs(suggestForFields(fields, 'fr'), { tagged: new Set(), rejected: new Set() })
    expect(tag).toMatchObject({ key: '4', from: 'mdg' })
  })

  it('may name several, or a target', () => {
    const codes = (text: string) => new Set(millenniumGoals(text).map(({ code }) => code))
    expect(codes('OMD 4 et 5')).toEqual(new Set(['3']))
    expect(codes('MDGs 1, 2 and 8')).toEqual(new Set(['1', '2', '8', '4', '17']))
    expect(codes('MDG 7.C')).toEqual(new Set(['6.1', '6.2']))
    expect(codes('The MDGs are over; target 5.B was missed.')).toEqual(new Set(['3.7']))
  })

  it('are not seen where there are none', () => {
    for (const text of ['SDG 3', 'target 5.B', 'MDG 9', 'MDG 30', 'ODM', 'OMD 3e rapport', ''])
      expect(millenniumGoals(text), text).toEqual([])
  })
})

describe('the crosswalk', () => {
  it('leads to goals and targets that there are', () => {
    const codes = table.lines.flatMap((line) => line.split('|')[1]?.split(' ') ?? [])
    expect(codes.filter((code) => !isSdgCode(code))).toEqual([])
  })
})
