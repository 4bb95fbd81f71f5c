import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prepareFarewell } from '../../src/main/farewell.ts'
import { done, type Outcome } from '../../src/main/outcome.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const FULL = { ok: false, problem: { code: 'disk-full', path: '/media/stick/Crues.temoin' } } as const

function parting({ stop = done(null) as Outcome, windowThere = true, leaveUnsaved = false } = {}) {
  const steps: string[] = []
  const farewell = prepareFarewell({
    askWindow: () => {
      steps.push('window asked')
      return windowThere
    },
    engine: {
      call: () => Promise.resolve(done(null)),
      stop: () => {
        steps.push('engine stopped')
        return Promise.resolve(stop)
      },
    },
    leaveUnsaved: () => {
      steps.push('person asked')
      return Promise.resolve(leaveUnsaved)
    },
    leave: () => steps.push('left'),
  })
  return { farewell, steps }
}

describe('leaving', () => {
  test('waits for the window, then for the engine, then goes', async () => {
    const { farewell, steps } = parting()
    farewell.begin()
    await vi.advanceTimersByTimeAsync(100)
    expect(steps).toEqual(['window asked'])
    farewell.windowReady()
    await vi.advanceTimersByTimeAsync(0)
    expect(steps).toEqual(['window asked', 'engine stopped', 'left'])
  })

  test('does not wait for ever for a window that hangs', async () => {
    const { farewell, steps } = parting()
    farewell.begin()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(steps).toEqual(['window asked', 'engine stopped', 'left'])
  })

  test('does not wait for a window that is not there', async () => {
    const { farewell, steps } = parting({ windowThere: false })
    farewell.begin()
    await vi.advanceTimersByTimeAsync(0)
    expect(steps).toEqual(['window asked', 'engine stopped', 'left'])
  })

  test('happens once, however often it is asked for', async () => {
    const { farewell, steps } = parting({ windowThere: false })
    farewell.begin()
    farewell.begin()
    await vi.advanceTimersByTimeAsync(0)
    expect(steps).toEqual(['window asked', 'engine stopped', 'left'])
  })

  test('stays when the file could not be saved and the person wants to stay, and can begin again', async () => {
    const { farewell, steps } = parting({ stop: FULL, windowThere: false })
    farewell.begin()
    await vi.advanceTimersByTimeAsync(0)
    expect(steps).toEqual(['window asked', 'engine stopped', 'person asked'])
    farewell.begin()
    await vi.advanceTimersByTimeAsync(0)
    expect(steps).toHaveLength(6)
  })

  test('goes all the same when the person knows and says so', async () => {
    const { farewell, steps } = parting({ stop: FULL, windowThere: false, leaveUnsaved: true })
    farewell.begin()
    await vi.advanceTimersByTimeAsync(0)
    expect(steps.at(-1)).toBe('left')
  })
})
