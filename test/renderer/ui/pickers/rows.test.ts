import { describe, expect, it } from 'vitest'
import type { ThemeView } from '../../../../src/ipc/shapes.ts'
import { countryRows } from '../../../../src/renderer/ui/pickers/country-rows.ts'
import { sdgRows } from '../../../../src/renderer/ui/pickers/sdg-rows.ts'
import { themeExists, themeRows } from '../../../../src/renderer/ui/pickers/theme-rows.ts'

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
const none = new Set<string>()

describe('goals and targets to pick from', () => {
  it('are the 17 goals until one is opened or something is typed', () => {
    expect(sdgRows('', 'fr', none)).toHaveLength(17)
    expect(ids(sdgRows('', 'fr', new Set(['5'])))).toHaveLength(17 + 9)
    expect(ids(sdgRows('', 'fr', new Set(['1'])))).toHaveLength(17 + 7)
  })

  it('hold 17 goals and 169 targets in all', () => {
    const all = sdgRows('', 'en', new Set(Array.from({ length: 17 }, (_, index) => String(index + 1))))
    expect(all.filter(({ level }) => level === 1)).toHaveLength(17)
    expect(all.filter(({ level }) => level === 2)).toHaveLength(169)
  })

  it.each([
    ['5', ['5', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.a', '5.b', '5.c']],
    ['5.2', ['5.2']],
    ['ODD 5.A', ['5.a']],
    ['17.1', ['17.1', '17.10', '17.11', '17.12', '17.13', '17.14', '17.15', '17.16', '17.17', '17.18', '17.19']],
    ['18', []],
  ])('are found by the number %s', (typed, expected) => {
    expect(ids(sdgRows(typed, 'fr', none))).toEqual(expected)
  })

  it('are found by words of the interface language without accents, and by those of another when there is none', () => {
    expect(ids(sdgRows('pauvrete extreme', 'fr', none))).toEqual(['1.1'])
    expect(ids(sdgRows('extreme poverty', 'fr', none))).toEqual(['1.1'])
    expect(ids(sdgRows('pobreza extrema', 'es', none))).toContain('1.1')
  })
})

describe('themes to pick from', () => {
  const themes: readonly ThemeView[] = [
    {
      id: 'livelihoods',
      parent: null,
      labels: { en: 'Livelihoods', fr: 'Moyens d’existence', es: 'Medios de vida' },
      own: false,
    },
    { id: 'climate', parent: 'environment', labels: { en: 'Climate', fr: 'Climat', es: 'Clima' }, own: false },
    {
      id: 'environment',
      parent: null,
      labels: { en: 'Environment', fr: 'Environnement', es: 'Medio ambiente' },
      own: false,
    },
    { id: 'q7', parent: null, labels: { fr: 'Économie circulaire' }, own: true },
    { id: 'q8', parent: 'gone', labels: { es: 'Abejas' }, own: true },
  ]

  it('stand under their broader theme, sorted as the language sorts', () => {
    expect(themeRows(themes, '', 'fr').map(({ label, level }) => [label, level])).toEqual([
      ['Abejas', 1],
      ['Économie circulaire', 1],
      ['Environnement', 1],
      ['Climat', 2],
      ['Moyens d’existence', 1],
    ])
  })

  it('are found by the name of any language, with the broader theme above', () => {
    expect(ids(themeRows(themes, 'clima', 'en'))).toEqual(['environment', 'climate'])
    expect(ids(themeRows(themes, 'economie', 'en'))).toEqual(['q7'])
  })

  it('are not made twice', () => {
    expect(themeExists(themes, ' economie Circulaire ')).toBe(true)
    expect(themeExists(themes, 'Économie')).toBe(false)
  })
})

describe('countries to pick from', () => {
  it('are found by names in any language and by codes, and shown in the person’s own', () => {
    expect(countryRows('senegal', 'fr')).toEqual([{ id: 'SEN', label: 'Sénégal', level: 1 }])
    expect(countryRows('Germany', 'es')[0]).toEqual({ id: 'DEU', label: 'Alemania', level: 1 })
    expect(ids(countryRows('CIV', 'en'))).toContain('CIV')
  })

  it('begin with those whose name begins so', () => {
    expect(ids(countryRows('gui', 'en'))[0]).toBe('GIN')
  })

  it('are all there, in the order of the language, when nothing is typed', () => {
    const names = countryRows('', 'es').map(({ label }) => label)
    expect(names.length).toBeGreaterThan(200)
    expect([...names].sort(new Intl.Collator('es').compare)).toEqual(names)
  })
})
