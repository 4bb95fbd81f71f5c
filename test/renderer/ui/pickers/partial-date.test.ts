import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../../src/core/model/lang.ts'
import { formatPartialDate } from '../../../../src/renderer/i18n/format.ts'
import { parsePartialDate, parsePeriod, runsForward } from '../../../../src/renderer/ui/pickers/partial-date.ts'

describe('partial dates as people type them', () => {
  it.each([
    ['2011', '2011'],
    [' 2011-12 ', '2011-12'],
    ['2011-12-05', '2011-12-05'],
    ['12/2011', '2011-12'],
    ['05/12/2011', '2011-12-05'],
    ['5.12.2011', '2011-12-05'],
    ['12/31/2011', '2011-12-31'],
    ['Dec 2011', '2011-12'],
    ['December 5th, 2011', '2011-12-05'],
    ['mars 2000', '2000-03'],
    ['1er mars 2000', '2000-03-01'],
    ['5 déc. 2011', '2011-12-05'],
    ['5 DECEMBRE 2011', '2011-12-05'],
    ['5 de diciembre de 2011', '2011-12-05'],
    ['setiembre de 2015', '2015-09'],
    ['29/02/2012', '2012-02-29'],
  ])('reads %s as %s', (typed, iso) => {
    expect(parsePartialDate(typed)).toBe(iso)
  })

  it.each([
    '',
    'soon',
    '11',
    '05/12/11',
    '2011-13',
    '29/02/2011',
    '32 mars 2000',
    'jui 2011',
    'ma 2011',
    '2011 2012',
    '1 2 2011 4',
  ])('takes %j for no date', (typed) => {
    expect(parsePartialDate(typed)).toBeNull()
  })

  it('reads back what it shows, in every language', () => {
    const partial = fc
      .record({
        year: fc.integer({ min: 1000, max: 2999 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
        parts: fc.constantFrom(1, 2, 3),
      })
      .map(({ year, month, day, parts }) =>
        [year, month, day]
          .slice(0, parts)
          .map((part) => String(part).padStart(2, '0'))
          .join('-'),
      )
    fc.assert(
      fc.property(partial, fc.constantFrom(...LANGS), (iso, lang) => {
        expect(parsePartialDate(formatPartialDate(iso, lang))).toBe(iso)
      }),
    )
  })

  it.each([
    ['2000–2005', { from: '2000', to: '2005' }],
    ['2000-2005', { from: '2000', to: '2005' }],
    ['de mars 2000 à juillet 2005', { from: '2000-03', to: '2005-07' }],
    ['5 December 2011 to 2012', { from: '2011-12-05', to: '2012' }],
    ['desde marzo de 2000 hasta julio de 2005', { from: '2000-03', to: '2005-07' }],
  ])('splits the period %s', (typed, period) => {
    expect(parsePeriod(typed)).toEqual(period)
  })

  it.each(['2011', '2011-12', '2011-12-05', 'from here to there'])('sees no period in %s', (typed) => {
    expect(parsePeriod(typed)).toBeNull()
  })

  it('knows a period that runs backwards, and does not complain of one inside a single year', () => {
    expect(runsForward('2011', '2010-12')).toBe(false)
    expect(runsForward('2011-12', '2011')).toBe(true)
    expect(runsForward('2011-12', '2012-01-01')).toBe(true)
  })
})
