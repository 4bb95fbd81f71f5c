import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../src/core/model/lang.ts'
import { COUNTRIES, countryExists, countryName, matchCountry } from '../../../src/core/taxonomy/countries.ts'
import { foldName } from '../../../src/core/taxonomy/fold.ts'

describe('the countries', () => {
  it('are known by their three letters, two letters and digits, each once', () => {
    expect(COUNTRIES.length).toBeGreaterThanOrEqual(249)
    const keys = COUNTRIES.flatMap(({ code, alpha2, numeric }) => [code, alpha2, ...(numeric ? [numeric] : [])])
    expect(new Set(keys).size).toBe(keys.length)
    for (const { code, alpha2 } of COUNTRIES) expect(`${code} ${alpha2}`).toMatch(/^[A-Z]{3} [A-Z]{2}$/)
    expect(COUNTRIES.map(({ code }) => code)).toEqual(COUNTRIES.map(({ code }) => code).toSorted())
  })

  it('never share a name', () => {
    const owners = new Map<string, Set<string>>()
    for (const { code, name, also } of COUNTRIES) {
      for (const key of [...Object.values(name), ...(also ?? [])].map(foldName)) {
        expect(key).not.toBe('')
        owners.set(key, (owners.get(key) ?? new Set()).add(code))
      }
    }
    expect([...owners].filter(([, codes]) => codes.size > 1).map(([name]) => name)).toEqual([])
  })

  it('exist only by their exact three letters', () => {
    expect(['SEN', 'sen', 'SN', 'ZZZ', ''].map(countryExists)).toEqual([true, false, false, false, false])
  })
})

describe('matchCountry', () => {
  it.each([
    ['SEN', 'SEN'],
    ['sn', 'SEN'],
    ['686', 'SEN'],
    ['4', 'AFG'],
    ['004', 'AFG'],
    ['Sénégal', 'SEN'],
    ['senegal', 'SEN'],
    ["Cote d'Ivoire", 'CIV'],
    ['Ivory Coast', 'CIV'],
    ['Costa de Marfil', 'CIV'],
    ['RDC', 'COD'],
    ['Congo', 'COG'],
    ['Congo-Kinshasa', 'COD'],
    ['The Gambia', 'GMB'],
    ['Gambia, The', 'GMB'],
    ['Trinidad & Tobago', 'TTO'],
    ['St. Lucia', 'LCA'],
    ['Vietnam', 'VNM'],
    ['Viet Nam', 'VNM'],
    ['Estados Unidos', 'USA'],
    ['EE.UU.', 'USA'],
    ['Birmanie', 'MMR'],
    ['Turkey', 'TUR'],
    ['Palestine', 'PSE'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Guinée', 'GIN'],
    ['Guinea Ecuatorial', 'GNQ'],
    ['Atlantis', undefined],
    ['ZZ', undefined],
    ['999', undefined],
    ['', undefined],
    ['—', undefined],
  ])('reads %j as %s', (text, code) => {
    expect(matchCountry(text)).toBe(code)
  })

  it('finds every country by the name it shows in any language, with or without accents', () => {
    const written = fc.constantFrom(
      (name: string) => name,
      (name: string) => name.toLowerCase(),
      (name: string) => name.normalize('NFD').replace(/\p{Mark}/gu, ''),
      (name: string) => name.replaceAll('’', "'").replaceAll('-', ' '),
    )
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRIES), fc.constantFrom(...LANGS), written, ({ code, name }, lang, write) => {
        expect(matchCountry(write(name[lang]))).toBe(code)
      }),
      { numRuns: 500 },
    )
  })
})

describe('countryName', () => {
  it('says it in the reader’s language, and leaves an unknown code as it is', () => {
    expect(LANGS.map((lang) => countryName('CMR', lang))).toEqual(['Cameroon', 'Cameroun', 'Camerún'])
    expect(countryName('ZZZ', 'es')).toBe('ZZZ')
  })
})
