import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSortedList, firstInOrder } from '../../../src/core/search/sorted-list.ts'

const byNumber = (a: number, b: number): number => a - b

describe('a sorted list', () => {
  it('stays in order while values come and go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.uniqueArray(fc.integer()), (initial, others) => {
        const list = createSortedList(initial, byNumber)
        const added = others.filter((value) => !initial.includes(value))
        added.forEach(list.add)
        initial.slice(0, 3).forEach(list.remove)
        list.remove(Number.POSITIVE_INFINITY)
        expect(list.values()).toEqual([...initial.slice(3), ...added].sort(byNumber))
      }),
    )
  })

  it('gives the first few as sorting all would', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 60 }), fc.nat(20), (values, count) => {
        expect(firstInOrder(values, byNumber, count)).toEqual([...values].sort(byNumber).slice(0, count))
      }),
    )
  })
})
