import { describe, expect, it } from 'vitest'
import {
  dateInWords,
  listInWords,
  numberInWords,
  periodInWords,
  yearsInWords,
} from '../../../src/core/briefs/in-words.ts'
import type { Lang } from '../../../src/core/model/lang.ts'
import { briefWords } from './brief-words.ts'

describe('dates and numbers in a brief', () => {
  it('keeps as much of a date as was known', () => {
    expect(
      ['2005', '2005-07', '2005-07-31', 'about 2005', '2005-13-40'].map((date) => dateInWords(date, 'fr')),
    ).toEqual(['2005', 'juillet 2005', '31 juillet 2005', 'about 2005', '2005-13-40'])
  })

  it('writes spans, also open ones', () => {
    const period = (lang: Lang, from: string | null, to: string | null) =>
      periodInWords(from, to, lang, briefWords(lang))
    expect(period('en', '2019', '2021')).toBe('2019–2021')
    expect(period('en', '2019-03', '2021')).toBe('March 2019 – 2021')
    expect(period('es', '2011-12-05', '2011-12-05')).toBe('5 de diciembre de 2011')
    expect(period('en', '2019', null)).toBe('since 2019')
    expect(period('fr', null, '2005-07')).toBe('jusqu’en juillet 2005')
    expect(period('fr', null, '2011-12-05')).toBe('jusqu’au 5 décembre 2011')
    expect(period('es', '2011-12-05', null)).toBe('desde el 5 de diciembre de 2011')
    expect(period('en', null, null)).toBe(null)
    expect(yearsInWords('2011-12', '2012-01-03', 'fr', briefWords('fr'))).toBe('2011–2012')
    expect(yearsInWords('2011', '2011-12', 'fr', briefWords('fr'))).toBe('2011')
    expect(yearsInWords(null, '2005-07', 'fr', briefWords('fr'))).toBe('jusqu’en 2005')
  })

  it('keeps every digit people gave and groups them as the language does', () => {
    expect([30000, 0.125, 5500].map((value) => numberInWords(value, 'en'))).toEqual(['30,000', '0.125', '5,500'])
    expect([30000, 0.125, 5500].map((value) => numberInWords(value, 'es'))).toEqual(['30.000', '0,125', '5500'])
    expect(numberInWords(30000, 'fr')).toBe('30\u202F000')
  })

  it('joins lists with the word for and', () => {
    expect(listInWords(['2', '4'], 'fr')).toBe('2 et 4')
    expect(listInWords(['1', '2', '4'], 'es')).toBe('1, 2 y 4')
  })
})
