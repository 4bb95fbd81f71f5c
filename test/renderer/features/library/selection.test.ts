import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FIRST_LINE,
  stepTo,
  stretch,
  withLine,
  withStretch,
} from '../../../../src/renderer/features/library/selection.ts'

describe('walking through a list', () => {
  test.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageDown', 3, 8],
    ['PageDown', 8, 9],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
  ])('%s from line %i of ten goes to %i', (key, at, to) => {
    expect(stepTo(key, at, 10, 5)).toBe(to)
  })

  test('other keys do not walk, and nobody walks in an empty list', () => {
    expect(stepTo('Enter', 3, 10, 5)).toBeNull()
    expect(stepTo('ArrowDown', 0, 0, 5)).toBeNull()
  })

  test('never leaves the list', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
    fc.assert(
      fc.property(keys, fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), fc.nat(50), (key, at, total, page) => {
        const to = stepTo(key, Math.min(at, total - 1), total, page)
        expect(to).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThan(total)
      }),
    )
  })
})

describe('choosing', () => {
  test('a line chooses it alone and starts stretches there', () => {
    const before = { at: 1, anchor: 1, ids: new Set(['a', 'b']) }
    expect(withLine(before, 4, 'e', false)).toEqual({ at: 4, anchor: 4, ids: new Set(['e']) })
  })

  test('with Ctrl adds a line, and takes it away again', () => {
    const added = withLine(withLine(FIRST_LINE, 0, 'a', false), 2, 'c', true)
    expect([...added.ids]).toEqual(['a', 'c'])
    expect([...withLine(added, 2, 'c', true).ids]).toEqual(['a'])
  })

  test('a line that is not loaded yet chooses nothing', () => {
    expect(withLine(FIRST_LINE, 70, undefined, false).ids.size).toBe(0)
  })

  test('a stretch keeps where it began, whichever way it goes', () => {
    const begun = withLine(FIRST_LINE, 5, 'f', false)
    const down = withStretch(begun, 7, ['f', 'g', 'h'])
    expect(down).toEqual({ at: 7, anchor: 5, ids: new Set(['f', 'g', 'h']) })
    expect(withStretch(down, 4, ['e', 'f'])).toEqual({ at: 4, anchor: 5, ids: new Set(['e', 'f']) })
    expect(stretch(5, 7)).toEqual({ first: 5, count: 3 })
    expect(stretch(7, 5)).toEqual({ first: 5, count: 3 })
  })
})
