import { describe, expect, it } from 'vitest'
import { readSearched, searchedNow, withChosen, withExcluded } from '../../../src/core/briefs/searched.ts'
import { checkElement } from '../../../src/core/model/values.ts'

const made = { query: 'crue "alerte précoce"', total: 14, date: '2026-11-25', author: 'Ana' }

describe('the search log of a brief', () => {
  it('notes what was chosen and what was left out, once for a search a day', () => {
    const first = withChosen(searchedNow([], made), 'a')
    const again = withExcluded(searchedNow([first], { ...made, total: 15 }), 'b', 'Another country')
    expect(again).toMatchObject({ key: first.key, total: 15, chosen: ['a'] })
    expect(again.excluded).toEqual([{ record: 'b', reason: 'Another country' }])
    expect(searchedNow([first], { ...made, author: 'Luis' }).chosen).toEqual([])
    expect(searchedNow([first], { ...made, date: '2026-11-26' }).key).not.toBe(first.key)
  })

  it('has a record either among those chosen or among those left out', () => {
    const left = withExcluded(withChosen(searchedNow([], made), 'a'), 'a', 'Twice the same')
    expect([left.chosen, left.excluded.length]).toEqual([[], 1])
    const taken = withChosen(left, 'a')
    expect([taken.chosen, taken.excluded]).toEqual([['a'], []])
    expect(withChosen(taken, 'a')).toBe(taken)
  })

  it('is stored as it is read', () => {
    const entry = withExcluded(withChosen(searchedNow([], made), 'a'), 'b', 'Too old')
    const stored = checkElement('searches', 'searched', entry)
    expect(stored.ok && readSearched(stored.value)).toEqual(entry)
  })

  it('passes over what is no entry', () => {
    for (const odd of [null, 5, {}, { key: 's1', query: 7, date: '2026' }]) expect(readSearched(odd)).toBeNull()
    expect(
      readSearched({ key: 's1', query: 'x', date: '2026', chosen: [1, 'a'], excluded: ['b', { record: 3 }] }),
    ).toEqual({
      ...{ key: 's1', query: 'x', date: '2026', total: 0 },
      chosen: ['a'],
      excluded: [],
    })
    expect(checkElement('searches', 'searched', { key: 's', query: 'x', date: 'Monday' }).ok).toBe(false)
    expect(checkElement('searches', 'searched', { key: 's', query: 'x', date: '2026', chosen: [5] }).ok).toBe(false)
  })
})
