import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../../src/core/history/clock.ts'
import { fromStamp, isStamp, MAX_MILLIS, toStamp } from '../../../src/core/history/stamp.ts'

const ANA = 'ana0000000000000'
const LUC = 'luc0000000000000'

const anyMillis = fc.oneof(
  fc.integer({ min: -1e15, max: 1e15 }),
  fc.constantFrom(0, Date.UTC(1970, 0, 1), Date.UTC(2090, 5, 1), Number.NaN, Number.POSITIVE_INFINITY),
)
const anyStamp = fc.record({
  millis: fc.oneof(fc.integer({ min: 0, max: 4 * 10 ** 12 }), fc.constantFrom(0, MAX_MILLIS)),
  count: fc.integer({ min: 0, max: 0xffff }),
  actor: fc.constant(LUC),
})

describe('the hybrid clock', () => {
  it('only moves forward, whatever the computer says the time is and whatever it is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyMillis, fc.option(anyStamp)), { minLength: 2, maxLength: 200 }), (steps) => {
        let now = 0
        const clock = createClock(ANA, () => now)
        let last = ''
        for (const [millis, seen] of steps) {
          now = millis
          if (seen) clock.observe(toStamp(seen))
          const next = clock.next()
          expect(isStamp(next)).toBe(true)
          expect(next > last).toBe(true)
          last = next
        }
      }),
    )
  })

  it('sorts what is done after seeing a change after that change', () => {
    fc.assert(
      fc.property(anyStamp, anyMillis, (seen, now) => {
        fc.pre(seen.millis < MAX_MILLIS)
        const clock = createClock(ANA, () => now)
        clock.observe(toStamp(seen))
        expect(clock.next() > toStamp(seen)).toBe(true)
      }),
    )
  })

  it('is not dragged to the end of time by a stamp that was made up', () => {
    const clock = createClock(ANA, () => Date.UTC(2026, 2, 14))
    clock.observe(toStamp({ millis: MAX_MILLIS, count: 0xffff, actor: LUC }))
    expect(fromStamp(clock.next())?.millis).toBe(Date.UTC(2026, 2, 14))
  })

  it('hands out more stamps than fit into one millisecond', () => {
    const clock = createClock(ANA, () => 1_000)
    const stamps = Array.from({ length: 70_000 }, () => clock.next())
    expect(new Set(stamps).size).toBe(70_000)
    expect([...stamps].sort()).toEqual(stamps)
  })

  it('reads back every stamp it writes, and nothing else', () => {
    fc.assert(
      fc.property(anyStamp, fc.string(), (parts, text) => {
        expect(fromStamp(toStamp(parts))).toEqual(parts)
        expect(isStamp(text)).toBe(fromStamp(text) !== undefined)
      }),
    )
  })
})
