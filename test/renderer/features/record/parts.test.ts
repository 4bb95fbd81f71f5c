import { describe, expect, it } from 'vitest'
import { blankRow, isBlank, isComplete, withPart } from '../../../../src/renderer/features/record/facts/parts.ts'

describe('a row among the facts', () => {
  it('is kept as soon as it says enough', () => {
    const figure = blankRow('figure', 'k1', undefined)
    expect(isComplete('figure', withPart('figure', figure, 'unit', 'people'))).toBe(false)
    expect(isComplete('figure', withPart('figure', figure, 'value', 30_000))).toBe(true)
    expect(isComplete('volunteers', withPart('volunteers', blankRow('volunteers', 'k2', undefined), 'women', 7))).toBe(
      true,
    )
    expect(isComplete('person', withPart('person', blankRow('person', 'k3', undefined), 'name', '  '))).toBe(false)
  })

  it('is blank as long as it holds only what it began with', () => {
    const place = blankRow('place', 'k1', 'SEN')
    expect(isBlank('place', place)).toBe(true)
    expect(isBlank('place', withPart('place', place, 'name', 'Podor'))).toBe(false)
    expect(
      isBlank('volunteers', withPart('volunteers', blankRow('volunteers', 'k2', undefined), 'type', 'online')),
    ).toBe(true)
  })

  it('leaves out an emptied part, unless every row of its sort has it', () => {
    const place = withPart('place', blankRow('place', 'k1', 'SEN'), 'name', 'Podor')
    expect(withPart('place', place, 'country', undefined)).toEqual({ key: 'k1', name: 'Podor' })
    expect(withPart('figure', { key: 'k2', value: 3, unit: 'wells', what: '' }, 'unit', '')).toEqual({
      key: 'k2',
      value: 3,
      unit: '',
      what: '',
    })
  })
})
