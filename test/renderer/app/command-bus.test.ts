import { expect, test } from 'vitest'
import { onCommand, taken } from '../../../src/renderer/app/command-bus.ts'

test('a command goes to the latest who asked for it, and past one who does not want it', () => {
  const done: string[] = []
  const first = onCommand('export', () => {
    done.push('list')
  })
  const second = onCommand('export', () => {
    done.push('brief')
    return done.length > 1 ? false : undefined
  })
  expect(taken('export')).toBe(true)
  expect(taken('export')).toBe(true)
  expect(done).toEqual(['brief', 'brief', 'list'])
  second()
  expect(taken('print')).toBe(false)
  first()
  expect(taken('export')).toBe(false)
})
