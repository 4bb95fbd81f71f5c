import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretches } from '../../../src/renderer/ui/Marked.tsx'

test('a text is cut at its marks', () => {
  expect(stretches('La crue de 2024', [[3, 7]])).toEqual([
    { words: 'La ', start: 0, marked: false },
    { words: 'crue', start: 3, marked: true },
    { words: ' de 2024', start: 7, marked: false },
  ])
})

test('whatever the marks, every sign is shown once and in order', () => {
  const mark = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }))
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(mark), (text, marks) => {
      expect(
        stretches(text, marks)
          .map(({ words }) => words)
          .join(''),
      ).toBe(text)
    }),
  )
})
