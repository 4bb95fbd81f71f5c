import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../src/core/tables/read-number.ts'

describe('a number', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234', 1234],
    ['0,5', 0.5],
    ['0.125', 0.125],
    ['3,14', 3.14],
    ['−12', -12],
    ['1’000', 1000],
    ['42', 42],
  ])('written as %s is %d', (written, number) => {
    expect(readNumber(written)).toBe(number)
  })

  it.each(['', 'twelve', '1,2,3', '12 wells', '1.2.3', '--3', '.', '1e5'])('is not to be read in %j', (written) => {
    expect(readNumber(written)).toBeUndefined()
  })

  it('is itself, written as French, Spanish and English write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom('fr', 'es', 'en'), (whole, lang) => {
        const number = whole + 0.25
        expect(readNumber(new Intl.NumberFormat(lang).format(number))).toBe(number)
      }),
    )
  })
})
