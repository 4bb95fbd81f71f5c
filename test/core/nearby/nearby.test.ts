import { describe, expect, it } from 'vitest'
import { builtInConcepts } from '../../../src/core/concepts/built-in.ts'
import { createConceptSet } from '../../../src/core/concepts/concept-set.ts'
import { createExpand } from '../../../src/core/concepts/expand.ts'
import type { Card } from '../../../src/core/model/card.ts'
import { findNearby } from '../../../src/core/nearby/nearby.ts'
import { shareOfWords } from '../../../src/core/nearby/words.ts'
import { goalOf } from '../../../src/core/taxonomy/sdgs.ts'
import { openLibrary, type Story } from '../search/stories.ts'

const expand = createExpand([createConceptSet(builtInConcepts())])

const NEW: Story = {
  id: 'new',
  kind: 'case-study',
  lang: 'fr',
  versions: {
    fr: {
      title: 'Des volontaires donnent l’alerte avant l’inondation',
      summary:
        'Quarante personnes relèvent chaque soir le niveau de la rivière et préviennent le quartier par téléphone.',
    },
  },
  countries: ['TGO'],
  themes: ['early-warning'],
}

const STORIES: readonly Story[] = [
  NEW,
  {
    id: 'relevo',
    kind: 'lesson',
    lang: 'es',
    versions: { es: { title: 'Sin relevo, los voluntarios de la alerta de inundación se agotan' } },
  },
  {
    id: 'togo',
    kind: 'lesson',
    lang: 'en',
    versions: { en: { title: 'Pay for airtime first' } },
    countries: ['TGO'],
    themes: ['early-warning'],
  },
  { id: 'school', kind: 'lesson', lang: 'en', versions: { en: { title: 'A library on the bus' } } },
  { id: 'only-country', kind: 'lesson', lang: 'en', versions: { en: { title: 'Weaving' } }, countries: ['TGO'] },
  {
    id: 'twice',
    kind: 'case-study',
    lang: 'fr',
    versions: {
      fr: {
        title: 'L’alerte vient des habitantes',
        summary:
          'Chaque soir quarante personnes relèvent le niveau de la rivière, et préviennent tout le quartier par téléphone.',
      },
    },
  },
]

function nearbyOf(id: string, known: readonly string[] = []) {
  const { library } = openLibrary(STORIES, { expand })
  const card = library.card(id) as Card
  const text = `${card.titles.fr ?? ''}. ${card.summaries.fr ?? ''}`
  return findNearby({ card, text, lang: 'fr', known: new Set(known) }, { search: library.search, goalOf })
}

describe('what stands near something that is being written', () => {
  it('is lessons that speak of the same in any language, or share what it is filed under; with why', () => {
    const { lessons } = nearbyOf('new')
    expect(lessons.map(({ card }) => card.id).toSorted()).toEqual(['relevo', 'togo'])
    const why = new Map(lessons.map((lesson) => [lesson.card.id, lesson.why]))
    expect(why.get('relevo')?.words).toEqual(expect.arrayContaining(['inundación', 'alerta']))
    expect(why.get('togo')).toMatchObject({ themes: ['early-warning'], countries: ['TGO'] })
  })

  it('is nothing where one tag is all that speaks for it', () => {
    expect(nearbyOf('new').lessons.map(({ card }) => card.id)).not.toContain('only-country')
  })

  it('is never the thing itself, nor what is there already', () => {
    expect(nearbyOf('relevo').lessons.map(({ card }) => card.id)).not.toContain('relevo')
    expect(nearbyOf('new', ['togo']).lessons.map(({ card }) => card.id)).toEqual(['relevo'])
  })

  it('is also a record whose summary tells the same', () => {
    expect(nearbyOf('new').alike.map(({ card, because }) => [card.id, because])).toEqual([['twice', 'summary']])
    expect(nearbyOf('school').alike).toEqual([])
  })
})

describe('the share of words that two texts have in common', () => {
  it('goes from nothing to all, whatever the order, and says nothing of a few words', () => {
    const text = 'one river carried seven wooden boats under the market bridge yesterday evening'
    expect(shareOfWords(text, text.split(' ').toReversed().join(' '), 'en', 5)).toBe(1)
    expect(shareOfWords(text, 'goats sleep', 'en', 1)).toBe(0)
    expect(shareOfWords('boats', 'boats', 'en', 2)).toBe(0)
  })
})
