import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../../src/core/model/lang.ts'
import { formatNumber } from '../../../../src/renderer/i18n/format.ts'
import { parseTypedNumber, toTyped } from '../../../../src/renderer/ui/pickers/typed-number.ts'

describe('numbers as people type them', () => {
  it.each([
    ['en', '30,000', 30_000],
    ['en', '1,5', 1.5],
    ['en', '1,234.5', 1234.5],
    ['fr', '30 000', 30_000],
    ['fr', '1,500', 1.5],
    ['fr', '1.5', 1.5],
    ['es', '30.000', 30_000],
    ['es', '1.234,5', 1234.5],
    ['es', '1.5', 1.5],
    ['es', '1.234.567', 1_234_567],
    ['fr', '−12', -12],
  ] as const)('in %s reads %s as %d', (lang, typed, value) => {
    expect(parseTypedNumber(typed, lang)).toBe(value)
  })

  it.each(['', 'many', '30k', '1,2.3,4x', '.'])('takes %j for no number', (typed) => {
    expect(parseTypedNumber(typed, 'en')).toBeNull()
  })

  it('reads back what it shows, in every language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(...LANGS), (value, lang) => {
        expect(parseTypedNumber(formatNumber(value, lang), lang)).toBe(value)
        expect(parseTypedNumber(toTyped(value / 8, lang), lang)).toBe(value / 8)
      }),
    )
  })
})
