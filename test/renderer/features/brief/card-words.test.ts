import { describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/core/model/card.ts'
import { placeAndYears } from '../../../../src/renderer/features/brief/card-words.ts'

const card: Card = {
  id: 'r1',
  kind: 'case-study',
  externalId: null,
  lang: 'fr',
  languages: ['fr'],
  titles: { fr: 'Trois puits à Podor' },
  summaries: {},
  sdgs: [],
  themes: [],
  countries: ['SEN'],
  places: ['Podor'],
  from: '2011-12-05',
  to: '2013',
  state: 'draft',
  illustrative: false,
  contested: 0,
  deleted: false,
  createdAt: 0,
  modifiedAt: 0,
  author: 'Awa Diop',
}

describe('where and when, in short', () => {
  it('names place, country and years in the language of the person', () => {
    expect(placeAndYears(card, 'fr')).toBe('Podor (Sénégal)\u00a0· 2011\u2060–\u20602013')
    expect(placeAndYears({ ...card, places: [], to: null }, 'en')).toBe('Senegal\u00a0· 2011')
    expect(placeAndYears({ ...card, places: [], countries: [], from: null, to: null }, 'es')).toBe('')
  })
})
