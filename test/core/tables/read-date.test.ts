import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOrderOf, readDate } from '../../../src/core/tables/read-date.ts'

describe('a date', () => {
  it.each([
    ['12 mars 2011', '2011-03-12'],
    ['1er août 2011', '2011-08-01'],
    ['lundi 3 février 2014', '2014-02-03'],
    ['12 de marzo de 2011', '2011-03-12'],
    ['3 de setiembre del 2009', '2009-09-03'],
    ['March 12, 2011', '2011-03-12'],
    ['the 2nd of May 2012', '2012-05-02'],
    ['Dec 2010', '2010-12'],
    ['déc. 2010', '2010-12'],
    ['2011', '2011'],
    ['2011-3-7', '2011-03-07'],
    ['2011/03', '2011-03'],
    ['03/2011', '2011-03'],
    ['12/03/2011', '2011-03-12'],
    ['12.03.2011 14:30', '2011-03-12'],
    ['2011-12-03T10:15:30.000+01:00', '2011-12-03'],
    ['40614', '2011-03-12'],
    ['03/13/2011', '2011-03-13'],
  ])('written as %s is %s', (written, date) => {
    expect(readDate(written)).toBe(date)
  })

  it.each(['', 'yesterday', '31/02/2011', '2011-02-30', 'from March 2011 to May 2012', '12', 'may be', '99999'])(
    'is not to be read in %j',
    (written) => {
      expect(readDate(written)).toBeUndefined()
    },
  )

  it('is read as the rest of its column is written', () => {
    expect(dayOrderOf(['03/04/2011', '03/25/2011'])).toBe('month-first')
    expect(dayOrderOf(['03/04/2011', '25/03/2011'])).toBe('day-first')
    expect(dayOrderOf(['03/04/2011'])).toBe('day-first')
    expect(readDate('03/04/2011', 'month-first')).toBe('2011-03-04')
  })

  it('is a whole number of days in a spreadsheet, or a year', () => {
    expect(readDate(40614.5)).toBe('2011-03-12')
    expect(readDate(2011)).toBe('2011')
    expect(readDate(3)).toBeUndefined()
    expect(readDate(Number.NaN)).toBeUndefined()
  })

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (written) => {
        const date = readDate(written)
        expect(date === undefined || /^\d{4}(-\d\d){0,2}$/.test(date)).toBe(true)
      }),
    )
  })
})
