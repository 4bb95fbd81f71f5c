import { describe, expect, test } from 'vitest'
import { collator, folded, formatDate, formatNumber, formatPartialDate } from '../../../src/renderer/i18n/format.ts'

const AT = new Date(2026, 10, 22, 14, 3).getTime()

describe('numbers and dates', () => {
  test('are written as each language writes them', () => {
    expect(formatNumber(12345.5, 'en')).toBe('12,345.5')
    expect(formatNumber(12345.5, 'fr')).toBe('12\u202F345,5')
    expect(formatNumber(12345.5, 'es')).toBe('12.345,5')
    expect(formatDate(AT, 'en')).toBe('22 Nov 2026')
    expect(formatDate(AT, 'fr')).toBe('22 nov. 2026')
    expect(formatDate(AT, 'es')).toBe('22 nov 2026')
    expect(formatDate(AT, 'en', 'time')).toBe('14:03')
  })

  test('of clocks gone wild do no harm', () => {
    expect(formatDate(Number.NaN, 'fr')).toBe('')
    expect(formatDate(1e20, 'fr')).toBe('')
    expect(formatDate(-3e12, 'fr')).toMatch(/18\d\d/)
  })

  test.each([
    ['2005', 'fr', '2005'],
    ['2005-07', 'fr', 'juil. 2005'],
    ['2005-07-31', 'en', '31 Jul 2005'],
    ['2011-12-05', 'es', '5 dic 2011'],
    ['some time', 'en', 'some time'],
    ['', 'en', ''],
  ] as const)('%s in %s is %s', (date, lang, words) => {
    expect(formatPartialDate(date, lang)).toBe(words)
  })
})

describe('words', () => {
  test('are sorted as in their language, numbers by value', () => {
    expect(['Zèbre', 'école', 'Étude', 'eau', 'cible 10', 'cible 2'].sort(collator('fr').compare)).toEqual([
      'cible 2',
      'cible 10',
      'eau',
      'école',
      'Étude',
      'Zèbre',
    ])
    expect(['ñandú', 'nube', 'oso'].sort(collator('es').compare)).toEqual(['nube', 'ñandú', 'oso'])
  })

  test('are found without accents or capitals', () => {
    expect(folded('Préférences À l’Ñandú')).toBe('preferences a l’nandu')
  })
})
