import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../src/core/search/read-query.ts'
import { createMeant } from '../../../src/engine/meant-values.ts'

const meant = createMeant((name) => (name === 'Ruches' ? 'own-theme' : undefined))
const NOTHING = { phrases: [], isOpen: false, without: [], only: {}, except: {}, from: null, to: null }

function read(query: string) {
  return readQuery(query, meant)
}

describe('the operators of a query', () => {
  it('narrow by goals, countries, languages, kinds, themes and states, by code or by name in any language', () => {
    const asked = read(
      'eau sdg:5 country:SEN pays:Pérou lang:français kind:enseignement type:lesson theme:Ruches estado:borrador',
    )
    expect(asked).toEqual({
      ...NOTHING,
      text: 'eau',
      only: {
        sdg: ['5'],
        country: ['SEN', 'PER'],
        lang: ['fr'],
        kind: ['lesson', 'lesson'],
        theme: ['own-theme'],
        state: ['draft'],
      },
    })
    expect(read('ODD:5.2,13 country:"Côte d’Ivoire"').only).toEqual({ sdg: ['5.2', '13'], country: ['CIV'] })
  })

  it('leave out words, phrases and values with a minus before them', () => {
    expect(read('eau -école -"comité de gestion" -country:SEN')).toEqual({
      ...NOTHING,
      text: 'eau',
      without: ['école', 'comité de gestion'],
      except: { country: ['SEN'] },
    })
    expect(read('well-being 2019 -2021 - water')).toEqual({ ...NOTHING, text: 'well-being 2019 -2021 - water' })
  })

  it('keep together what stands between quotation marks of any language, closed or not yet', () => {
    expect(read('"early warning" « eau potable » “clean water').phrases).toEqual([
      'early warning',
      'eau potable',
      'clean water',
    ])
    expect(read('"early warning" eau').text).toBe('early warning eau')
  })

  it('narrow by dates that exist', () => {
    expect(read('from:2019 hasta:2021-06')).toEqual({ ...NOTHING, text: '', from: '2019', to: '2021-06' })
    expect(read('from:yesterday to:2021-13').text).toBe('from:yesterday to:2021-13')
  })

  it('are just words where they are unknown, or unfinished, or name nothing', () => {
    for (const query of ['note:5', 'https://un.org/a', 'sdg:99', 'country:Atlantis', 'country:', 'a:b:c']) {
      expect(read(query), query).toEqual({ ...NOTHING, text: query })
    }
  })

  it('never fail, and lose no word', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '«',
        '»',
        '-',
        ':',
        'sdg:',
        'country:',
        '-kind:',
        'from:',
        ' ',
        '\u00a0',
        '\ud800',
        '("[.*+?',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        (query) => {
          const { text, phrases } = read(query)
          for (const phrase of phrases) expect(text).toContain(phrase)
        },
      ),
    )
    expect(read('"'.repeat(10_000)).text.length).toBeLessThanOrEqual(20_000)
    expect(read(`-${'a:'.repeat(5_000)}`).without).toHaveLength(1)
    expect(read(` "${' '.repeat(10_000)}`).text).toBe('')
  })
})
