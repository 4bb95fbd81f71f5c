import { describe, expect, it } from 'vitest'
import type { Expansion } from '../../../src/core/search/expansion.ts'
import type { QueryWord } from '../../../src/core/search/query-words.ts'
import { ask, openLibrary, type Story } from './stories.ts'

/** Two concepts, one of a single word and one of two words. */
function expand(words: readonly QueryWord[]): readonly Expansion[] {
  return words.flatMap(({ surface }, place): readonly Expansion[] => {
    if (surface === 'flood') {
      const alternatives = [
        { text: 'inundaciones', lang: 'es', weight: 8 },
        { text: 'crue', lang: 'fr', weight: 6 },
      ] as const
      return [{ concept: 'flood', first: place, end: place + 1, alternatives }]
    }
    if (surface !== 'warning' || words[place - 1]?.surface !== 'early') return []
    const alternatives = [
      { text: 'alerta temprana', lang: 'es', weight: 8 },
      { text: 'alerte précoce', lang: 'fr', weight: 8 },
    ] as const
    return [{ concept: 'early-warning', first: place - 1, end: place + 1, alternatives }]
  })
}

const STORIES: readonly Story[] = [
  {
    id: 'alerta',
    lang: 'es',
    versions: { es: { title: 'Alerta temprana en el río', body: 'La inundación llegó de noche y la radio avisó.' } },
  },
  { id: 'alerta-tarde', lang: 'es', versions: { es: { title: 'Una alerta', body: 'La siembra temprana.' } } },
  { id: 'flood', lang: 'en', versions: { en: { title: 'After the flood', body: 'An early market, no warning.' } } },
]

describe('a query whose words have other names', () => {
  const { library } = openLibrary(STORIES, { expand })

  it('finds records by them, after those that have the words themselves', () => {
    expect(library.search(ask('flood')).hits.map(({ card }) => card.id)).toEqual(['flood', 'alerta'])
  })

  it('says by which concept a word was found, where, and in which language', () => {
    const hit = library.search(ask('flood')).hits[1]
    expect(hit?.why).toEqual([{ term: 'flood', matched: 'inundación', field: 'body', lang: 'es', concept: 'flood' }])
    expect(hit?.snippet?.marks).toHaveLength(1)
  })

  it('marks a name of several words as one, for all the words it stands for', () => {
    const hit = library.search(ask('early warning')).hits.find(({ card }) => card.id === 'alerta')
    expect(hit?.why.map(({ term, matched, concept }) => [term, matched, concept])).toEqual([
      ['early', 'Alerta temprana', 'early-warning'],
      ['warning', 'Alerta temprana', 'early-warning'],
    ])
    expect(hit?.titleMarks).toEqual([[0, 15]])
  })

  it('tells what else was looked for, where something was found by it', () => {
    expect(library.search(ask('flood market')).also).toEqual([
      { concept: 'flood', typed: 'flood', found: [{ text: 'inundaciones', lang: 'es' }] },
    ])
    expect(library.search(ask('market')).also).toEqual([])
    expect(library.search(ask('early warning')).also.map(({ typed, found }) => [typed, found])).toEqual([
      ['early warning', [{ text: 'alerta temprana', lang: 'es' }]],
    ])
  })

  it('are not looked for where somebody wants the words as typed', () => {
    const page = library.search({ ...ask('flood'), asTyped: true })
    expect([page.total, page.also]).toEqual([1, []])
  })
})

describe('a search narrowed to records of another language', () => {
  it('is measured by the best of these, whatever records that were not asked for hold', () => {
    const { library } = openLibrary(
      [
        { id: 'all', lang: 'en', versions: { en: { title: 'Boats, radios and maps after the flood' } } },
        { id: 'some', lang: 'es', versions: { es: { title: 'La inundación y la radio' } } },
      ],
      { expand },
    )
    const narrowed = { ...ask('flood boats radios maps'), filters: { lang: ['es'] } }
    expect(library.search(narrowed).hits.map(({ card }) => card.id)).toEqual(['some'])
    expect(library.search(ask('flood boats radios maps lang:es')).total).toBe(1)
    expect(library.search(ask('flood boats radios maps')).total).toBe(1)
  })
})
