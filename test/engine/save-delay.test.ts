import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveDelay, waitsForPause } from '../../src/engine/save-delay.ts'

describe('the wait before a save', () => {
  it('is a second and a half for a file of ordinary size, and fifteen while somebody goes on typing', () => {
    expect(saveDelay({ bytes: 3_000_000, lastMillis: 4_000 }, 0)).toBe(1_500)
    expect(saveDelay({ bytes: 3_000_000, lastMillis: 4_000 }, 14_500)).toBe(500)
    expect(saveDelay({ bytes: 3_000_000, lastMillis: 4_000 }, 60_000)).toBe(0)
  })

  it('is ten times as long as the last save took for a large one', () => {
    expect(saveDelay({ bytes: 500_000_000, lastMillis: 4_000 }, 0)).toBe(40_000)
    expect(saveDelay({ bytes: 500_000_000, lastMillis: 4_000 }, 150_000)).toBe(10_000)
    expect(waitsForPause({ bytes: 500_000_000, lastMillis: 4_000 })).toBe(true)
  })

  it('never puts a save off by more than five minutes, whatever the disk', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.nat(10_000_000), fc.nat(10_000_000), (bytes, lastMillis, waited) => {
        const delay = saveDelay({ bytes, lastMillis }, waited)
        expect(delay).toBeGreaterThanOrEqual(0)
        expect(waited + delay).toBeLessThanOrEqual(Math.max(waited, 300_000))
      }),
    )
  })
})
