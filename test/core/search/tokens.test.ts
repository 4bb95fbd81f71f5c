import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../src/core/model/lang.ts'
import { analyse, type AnalysisLang } from '../../../src/core/search/analyse.ts'
import { foldWord } from '../../../src/core/search/fold.ts'
import { eachToken } from '../../../src/core/search/tokens.ts'

function words(text: string): readonly string[] {
  const found: string[] = []
  eachToken(text, (start, end) => {
    found.push(text.slice(start, end))
  })
  return found
}

function surfaces(text: string, lang: AnalysisLang = 'none'): readonly string[] {
  return words(text).map((word) => analyse(word, lang).surface)
}

function stems(text: string, lang: AnalysisLang): readonly string[] {
  return words(text).map((word) => analyse(word, lang).term)
}

describe('eachToken', () => {
  it('passes over elided articles, with either apostrophe', () => {
    expect(words("L’eau qu'ils boivent jusqu’aux dunes, lorsqu'il pleut : c'est d’Oran")).toEqual(
      'eau ils boivent aux dunes il pleut est Oran'.split(' '),
    )
  })

  it('passes over what English leaves behind an apostrophe', () => {
    expect(words("The women's groups don't wait; O'Connor's do")).toEqual(
      'The women groups don wait O Connor do'.split(' '),
    )
  })

  it('keeps numbers and codes whole, and the end of a sentence out of them', () => {
    expect(
      words('Target 5.2, indicator 16.a: 30,000 people, 2.5 km in 2015. On 12.05.2015, 30\u00a0000 euros.'),
    ).toEqual(
      [
        'Target',
        '5.2',
        'indicator',
        '16.a',
        '30,000',
        'people',
        '2.5',
        'km',
        'in',
        '2015',
        'On',
        '12',
        '05',
        '2015',
      ].concat(['30\u00a0000', 'euros']),
    )
  })

  it('takes the name of a goal and its number for one word', () => {
    expect(words('SDG 5, ODD n° 5.2 et ODS17.16; SDGs 3 and 4; an odd question')).toEqual([
      'SDG 5',
      'ODD n° 5.2',
      'et',
      'ODS17.16',
      'SDGs 3',
      'and',
      '4',
      'an',
      'odd',
      'question',
    ])
  })

  it('reads other scripts and passes over emoji, punctuation and halves of characters', () => {
    expect(words('متطوعون 🙂 志愿者 \ud83d (¿Qué?) — [.*+]')).toEqual(['متطوعون', '志愿者', 'Qué'])
  })

  it('gives places inside any text, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0
        eachToken(text, (start, end) => {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        })
      }),
    )
  })
})

describe('analyse', () => {
  it('folds accents, case and ligatures', () => {
    expect(surfaces('ÉCOLES Œuvre œuvre cœur Straße Ærø año ﬁn')).toEqual(
      'ecoles oeuvre oeuvre coeur strasse aero ano fin'.split(' '),
    )
  })

  it('brings inflections together in each language', () => {
    expect(new Set(stems('école écoles ÉCOLES', 'fr')).size).toBe(1)
    expect(new Set(stems('formé formée formées', 'fr')).size).toBe(1)
    expect(new Set(stems('niña niñas niño niños', 'es')).size).toBe(1)
    expect(new Set(stems('organización organizaciones', 'es')).size).toBe(1)
    expect(new Set(stems('volunteer volunteers volunteering', 'en')).size).toBe(1)
  })

  it('leaves names as they are', () => {
    expect(stems('Burkina Honduras Filipinas', 'none')).toEqual(['burkina', 'honduras', 'filipinas'])
  })

  it('bends no name of a country, whatever the language of the text', () => {
    for (const name of ['Honduras', 'Sénégal', 'Argentina', 'Philippines', 'Islande']) {
      for (const lang of LANGS) expect(analyse(name, lang).term, `${name} ${lang}`).toBe(foldWord(name))
    }
  })

  it('reads numbers as the three languages write them', () => {
    expect(surfaces('30,000 30.000 30\u00a0000 30\u202f000')).toEqual(['30000', '30000', '30000', '30000'])
    expect(surfaces('2,5 2.5 1.234,5 1,234.5')).toEqual(['2.5', '2.5', '1234.5', '1234.5'])
  })

  it('finds a target by its number and by its goal', () => {
    const [target] = words('ODD 5.2').map((word) => analyse(word, 'fr'))
    expect(target?.term).toBe('sdg5.2')
    expect(target?.also.map(({ term }) => term)).toEqual(['odd', 'sdg', 'sdg5', '5.2'])
  })

  it('gives the same answer however full its memory is', () => {
    const before = analyse('bénévolats', 'fr')
    for (let number = 0; number < 60_000; number += 1) analyse(`mot${number}`, 'fr')
    expect(analyse('bénévolats', 'fr')).toEqual(before)
  })

  it('takes any word, however long and strange', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('en', 'fr', 'es', 'none'),
        (word, lang) => {
          expect(analyse(word, lang).surface).toBe(analyse(word, lang).surface)
        },
      ),
    )
    expect(analyse('a'.repeat(100_000), 'fr').surface.length).toBeLessThan(100)
  })

  it('folds what is folded no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word))
      }),
    )
  })
})
