import { describe, expect, it } from 'vitest'
import type { PendingTag } from '../../../../src/core/suggest/pending.ts'
import { reviewKey } from '../../../../src/renderer/features/review/review-keys.ts'
import {
  leftOf,
  nextReview,
  type ReviewAction,
  type ReviewState,
} from '../../../../src/renderer/features/review/review-state.ts'

const IDS = ['podor', 'matam', 'bakel']

function tag(key: string): PendingTag {
  return { field: 'sdgs', key, from: 'suggested', because: [] }
}

function after(...actions: readonly ReviewAction[]): ReviewState {
  return actions.reduce(nextReview, { at: 0, done: [] })
}

describe('going through suggestions', () => {
  it('leaves out what was decided about or skipped, in that record alone', () => {
    const state = after(
      { do: 'accept', record: 'podor', tag: 'sdgs 6' },
      { do: 'skip', record: 'podor', tag: 'sdgs 13' },
      { do: 'reject', record: 'matam', tag: 'sdgs 5' },
    )
    const left = (record: string) => leftOf([tag('5'), tag('6'), tag('13')], record, state).map(({ key }) => key)
    expect(IDS.map(left)).toEqual([['5'], ['6', '13'], ['5', '6', '13']])
  })

  it('goes back to the record of the last thing done, which comes up again', () => {
    const state = after(
      { do: 'accept', record: 'podor', tag: 'sdgs 6' },
      { do: 'next', count: 3 },
      { do: 'next', count: 3 },
      { do: 'back', ids: IDS },
    )
    expect(state).toEqual({ at: 0, done: [] })
    expect(nextReview(state, { do: 'back', ids: IDS })).toBe(state)
  })

  it('never leaves the list, and ends behind the last record', () => {
    expect(after({ do: 'previous' }).at).toBe(0)
    expect(after(...Array.from({ length: 5 }, () => ({ do: 'next', count: 3 }) as const)).at).toBe(3)
  })

  it('takes one key for each way on', () => {
    expect(['1', '2', '3'].map(reviewKey)).toEqual(
      ['principal', 'significant', 'mentioned'].map((strength) => ({ do: 'accept', strength })),
    )
    expect(
      ['0', 'Delete', 'Backspace', 's', 'S', ' ', 'u', 'ArrowDown', 'ArrowUp', 'x', 'Enter'].map(reviewKey),
    ).toEqual([
      ...['reject', 'reject', 'reject', 'skip', 'skip', 'skip', 'back', 'next', 'previous'].map((what) => ({
        do: what,
      })),
      ...[null, null],
    ])
  })
})
