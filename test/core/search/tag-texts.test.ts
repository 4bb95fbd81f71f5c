import { describe, expect, it } from 'vitest'
import { tagTexts } from '../../../src/core/search/tag-texts.ts'
import { cardOf } from './stories.ts'

describe('tagTexts', () => {
  it('names goals, themes and countries in each language, with what they belong to', () => {
    const card = cardOf({
      id: 'r',
      lang: 'es',
      versions: {},
      sdgs: ['5.2', '5'],
      themes: ['wells'],
      countries: ['SEN', 'XXX'],
    })
    const texts = tagTexts(card, {
      goalOf: (code) => Number.parseInt(code, 10),
      sdgLabel: (code, lang) => `label ${code} ${lang}`,
      parentOf: (theme) => (theme === 'wells' ? 'water' : undefined),
      themeLabel: (theme, lang) => (lang === 'en' ? theme : undefined),
      countryName: (code) => (code === 'SEN' ? 'Sénégal' : undefined),
    })
    expect(texts).toEqual([
      { subject: 'r', field: 'sdgs', locale: 'en', text: 'SDG 5.2 label 5.2 en · SDG 5 label 5 en' },
      { subject: 'r', field: 'themes', locale: 'en', text: 'wells · water' },
      { subject: 'r', field: 'countries', locale: 'en', text: 'Sénégal' },
      { subject: 'r', field: 'sdgs', locale: 'fr', text: 'ODD 5.2 label 5.2 fr · ODD 5 label 5 fr' },
      { subject: 'r', field: 'countries', locale: 'fr', text: 'Sénégal' },
      { subject: 'r', field: 'sdgs', locale: 'es', text: 'ODS 5.2 label 5.2 es · ODS 5 label 5 es' },
      { subject: 'r', field: 'countries', locale: 'es', text: 'Sénégal' },
    ])
  })
})
