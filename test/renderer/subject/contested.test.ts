import { describe, expect, it } from 'vitest'
import type { ValueView } from '../../../src/core/model/view.ts'
import { chooseElement, chooseValue, differingValues } from '../../../src/renderer/subject/contested.ts'

const awa = { id: '2', value: 'Deux puits', author: 'Awa Diop', at: 2 }
const luis = { id: '1', value: 'Trois puits', author: 'Luis Ortega', at: 1 }
const twice = { id: '0', value: 'Deux puits', author: 'Mei Tan', at: 0 }
const contested: ValueView = { value: awa.value, open: [awa, luis, twice], contested: true }

describe('settling a contested value', () => {
  it('sets the chosen one, having seen all that stand open', () => {
    expect(chooseValue('title', 'fr', contested, luis)).toEqual({
      op: 'set',
      field: 'title',
      locale: 'fr',
      value: 'Trois puits',
      saw: ['2', '1', '0'],
    })
  })

  it('names no language for a field that has none', () => {
    expect(chooseValue('state', '', contested, awa)).not.toHaveProperty('locale')
  })

  it('adds the chosen version of an element once more', () => {
    const figure = { id: '5', value: { key: 'k', value: 12, unit: 'wells', what: '' }, author: 'Awa Diop', at: 5 }
    expect(chooseElement('figures', figure)).toEqual({ op: 'add', field: 'figures', value: figure.value })
  })

  it('shows once what two people wrote alike', () => {
    expect(differingValues(contested)).toEqual([awa, luis])
  })
})
