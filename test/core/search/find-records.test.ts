import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import type { Lang } from '../../../src/core/model/lang.ts'
import { findRecords } from '../../../src/core/search/find-records.ts'
import { queryWords } from '../../../src/core/search/query-words.ts'
import { createTextIndex } from '../../../src/core/search/text-index.ts'
import { weighWords } from '../../../src/core/search/weigh-words.ts'

const WORDS = 'water well school teacher flood river council market nurse clinic seed harvest bridge radio'.split(' ')
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '))
const record = fc.record({ title: text, body: text })

function searched(field: string, value: string, weight: number, lang: Lang = 'en') {
  return { field, text: value, lang, analysedAs: 'none', version: lang, weight, prose: true } as const
}

function indexOf(records: readonly { readonly title: string; readonly body: string }[]) {
  const index = createTextIndex(1)
  records.forEach(({ title, body }, slot) => {
    index.add(
      slot,
      { id: `r${slot}`, hash: 0, mark: 0 },
      weighWords([searched('title', title, 5), searched('body', body, 1)]),
    )
    // Half of them lie in a compact segment, half in a fresh one.
    if (slot === records.length >> 1) while (index.fold());
  })
  return index
}

describe('findRecords', () => {
  it('finds the records that MiniSearch finds by all words and the beginning of the last', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 20 }),
        fc.subarray(WORDS, { minLength: 1 }),
        fc.nat(3),
        (records, words, cut) => {
          const query = words.slice(0, 3)
          const last = query.pop() ?? ''
          query.push(last.slice(0, Math.max(3, last.length - cut)))
          const reference = new MiniSearch({ fields: ['title', 'body'], idField: 'slot' })
          reference.addAll(records.map((entry, slot) => ({ ...entry, slot })))
          const expected = reference.search(query.join(' '), {
            combineWith: 'AND',
            prefix: (_, place, all) => place === all.length - 1,
          })
          const { slots } = findRecords(indexOf(records), queryWords(query.join(' ')), records.length)
          const ids = expected.map(({ id }) => Number(id))
          // Where MiniSearch finds few or none, the library looks further: for most of the words, and for similar ones.
          const comparable = expected.length >= 3 ? slots : slots.filter((slot) => ids.includes(slot))
          expect(comparable.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b))
        },
      ),
    )
  })

  it('counts a rare word for more than a common one', () => {
    const index = indexOf([
      { title: '', body: 'water water water' },
      { title: '', body: 'radio' },
      ...Array.from({ length: 10 }, () => ({ title: '', body: 'water river' })),
    ])
    const { slots, scores } = findRecords(index, queryWords('water radio market'), 12)
    expect(slots.reduce((best, slot) => ((scores[slot] ?? 0) > (scores[best] ?? 0) ? slot : best), 0)).toBe(1)
  })

  it('asks two thirds of what the best record holds', () => {
    const index = indexOf([
      { title: '', body: 'water well school' },
      { title: '', body: 'water well' },
      { title: '', body: 'water' },
    ])
    expect(findRecords(index, queryWords('water well school zeppelin'), 3).slots).toEqual([0, 1])
  })

  it('weighs a record the same in one language as in three', () => {
    const once = weighWords([searched('title', 'radio', 5, 'en')])
    const thrice = weighWords((['en', 'fr', 'es'] as const).map((lang) => searched('title', 'radio', 5, lang)))
    expect(thrice.weights).toEqual(once.weights)
  })
})
