import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import frKinds from '../../../locales/fr/kinds.json' with { type: 'json' }
import frRecord from '../../../locales/fr/record.json' with { type: 'json' }
import frSuggest from '../../../locales/fr/suggest.json' with { type: 'json' }
import frTaxonomy from '../../../locales/fr/taxonomy.json' with { type: 'json' }
import type { Json } from '../../../src/core/model/json.ts'
import { fieldQuestion, periodWords, valueWords } from '../../../src/renderer/subject/field-words.ts'

const words = i18next.createInstance()
const t = (key: string, data?: Readonly<Record<string, unknown>>) => words.t(key, { ...data })
const inFrench = (field: string, value: Json) => valueWords(t, 'fr', 'case-study', field, value)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

beforeAll(async () => {
  await words.init({
    lng: 'fr',
    resources: { fr: { kinds: frKinds, record: frRecord, suggest: frSuggest, taxonomy: frTaxonomy } },
    interpolation: { escapeValue: false },
  })
})

describe('values in words', () => {
  it.each<[string, Json, string]>([
    ['title', 'Trois puits à Podor', 'Trois puits à Podor'],
    ['state', 'in-review', 'En relecture'],
    ['illustrative', true, 'oui'],
    ['period', { from: '2000-03', to: '2005' }, 'mars 2000 – 2005'],
    ['countries', 'SEN', 'Sénégal'],
    ['places', { key: 'k', name: 'Podor', country: 'SEN' }, 'Podor, Sénégal'],
    ['sdgs', { code: '5', strength: 'principal' }, '5 Égalité entre femmes et hommes (Principal)'],
    [
      'sdgs',
      { code: '5', strength: 'mentioned', from: 'suggested', framework: 'A/RES/70/1 (2015)' },
      '5 Égalité entre femmes et hommes (Mentionné) · sur suggestion · A/RES/70/1 (2015)',
    ],
    ['sdgsRejected', '13', '13 Agir face au changement climatique'],
    ['organisations', { key: 'k', name: 'Global Hand', role: 'ONG hôte' }, 'Global Hand, ONG hôte'],
    [
      'volunteers',
      { key: 'k', type: 'online', number: 30_000, women: 12 },
      'Volontaires en ligne, Nombre 30 000, Femmes 12',
    ],
    [
      'figures',
      { key: 'k', value: 600, unit: 'organisations', what: 'inscrites', date: '2005-07', source: 'Dépliant' },
      '600 organisations inscrites, juil. 2005, Dépliant',
    ],
    ['source', { title: 'En bref', year: 2005 }, 'En bref, 2005'],
    ['title', null, 'rien'],
  ])('say what %s holds', (field, value, expected) => {
    expect(plain(inFrench(field, value))).toBe(expected)
  })

  it('say a period that is open at one end', () => {
    expect(periodWords(t, 'fr', { from: '2011' })).toBe('depuis 2011')
    expect(periodWords(t, 'fr', { to: '2012-01' })).toBe('jusqu’à janv. 2012')
    expect(periodWords(t, 'fr', null)).toBe('')
  })

  it('survive a value from a version to come', () => {
    expect(inFrench('state', 'translated')).toBe('translated')
    expect(inFrench('figures', ['odd'])).toBe('')
  })
})

describe('the question of an empty field', () => {
  it('is the kind’s own where it has one', () => {
    expect(fieldQuestion(t, 'lesson', 'title')).toBe('L’enseignement, en une ligne')
    expect(fieldQuestion(t, 'theme', 'title')).toBe('En une ligne')
  })
})
