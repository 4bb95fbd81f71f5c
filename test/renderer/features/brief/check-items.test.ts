import { describe, expect, it } from 'vitest'
import type { BriefCheck } from '../../../../src/core/briefs/check.ts'
import { checkItems, NOTHING_CHECKED, referenceNumber } from '../../../../src/renderer/features/brief/check-items.ts'
import { evidenceOrder } from '../../../../src/renderer/features/brief/evidence-order.ts'

const check: BriefCheck = {
  ...NOTHING_CHECKED,
  cited: ['wells', 'school', 'gone'],
  uncited: ['radio'],
  withdrawn: ['gone'],
  illustrative: ['school'],
  unsupported: ['Volunteers reach further.'],
  fallback: ['narrative'],
}

describe('what to look at before a brief goes out', () => {
  it('begins with what is gravest and ends with what merely waits', () => {
    expect(checkItems(check)).toEqual([
      { what: 'withdrawn', record: 'gone' },
      { what: 'unsupported', text: 'Volunteers reach further.' },
      { what: 'illustrative', record: 'school' },
      { what: 'fallback', field: 'narrative' },
      { what: 'uncited', record: 'radio' },
    ])
  })

  it('is nothing for a brief in which all is well', () => {
    expect(checkItems(NOTHING_CHECKED)).toEqual([])
  })
})

describe('the evidence of a brief', () => {
  it('is numbered as it is first cited', () => {
    expect(['wells', 'school', 'radio'].map((record) => referenceNumber(check, record))).toEqual([1, 2, null])
    expect(referenceNumber(null, 'wells')).toBeNull()
  })

  it('lies on the table in the order of its numbers, then as it was laid down', () => {
    expect(evidenceOrder(['radio', 'school', 'wells', 'bees'], check)).toEqual([
      'wells',
      'school',
      'gone',
      'radio',
      'bees',
    ])
  })
})
