import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/history/change.ts'
import type { Json } from '../../src/core/model/json.ts'
import { toChange, toRow } from '../../src/storage/change-row.ts'
import { createStore } from '../../src/storage/store.ts'
import { HEADER, SQL, stampOf } from './stories.ts'

const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const edge = (longest: number) =>
  fc
    .constantFrom(0, 1, longest, longest + 1)
    .chain((length) => fc.constantFrom('é', '💧').map((sign) => sign.repeat(length)))

const ordinary: fc.Arbitrary<Change> = fc.record({
  id: fc.integer({ min: 0, max: 1_000_000 }).map((count) => stampOf(count)),
  at: fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
  author: text,
  subject: text,
  kind: text,
  field: text,
  locale: text,
  op: text,
  value: fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.uint8Array({ maxLength: 50 })),
  replaces: fc.array(fc.string({ maxLength: 40 }), { maxLength: 4 }),
})

/** At most one thing about it is at, or beyond, the edge of what a change may be. */
const change: fc.Arbitrary<Change> = fc
  .tuple(
    ordinary,
    fc.oneof(
      fc.constant({}),
      fc.record({
        id: fc.constantFrom('', 'hier', `${stampOf(1)}x`, stampOf(1).toUpperCase(), stampOf(1).replace('-', 'g')),
      }),
      fc.record({ at: fc.constantFrom(8_640_000_000_000_000, 8_640_000_000_000_001, 0.5) }),
      fc.record({ author: edge(1_000) }),
      ...['subject', 'kind', 'field', 'locale', 'op'].map((part) => edge(200).map((value) => ({ [part]: value }))),
    ),
  )
  .map(([made, odd]) => ({ ...made, ...odd }))

describe('a row of the log', () => {
  it('is taken by the table exactly when it can be read again, and comes back as it was', () => {
    let taken = 0
    fc.assert(
      fc.property(change, (made) => {
        const readable = toChange(toRow(made))
        const store = createStore(SQL, HEADER)
        try {
          taken += store.append([made], [])
        } catch {}
        expect([...store.changes()]).toEqual(readable ? [readable] : [])
        store.close()
      }),
      { numRuns: 400 },
    )
    expect(taken).toBeGreaterThan(100)
  })

  it.each([
    ['too few cells', []],
    ['a number for an id', [7]],
    ['JSON that is none', [...toRow(valid()).slice(0, 8), '{', null, '[]']],
    ['neither value nor bytes', [...toRow(valid()).slice(0, 8), null, null, '[]']],
    ['both', [...toRow(valid()).slice(0, 8), '1', new Uint8Array(), '[]']],
    ['a list of replaced values that is none', [...toRow(valid()).slice(0, 10), '{}']],
  ])('is no change with %s', (_, row) => {
    expect(toChange(row)).toBeUndefined()
  })

  it('keeps of the replaced values what can name a change', () => {
    expect(toChange([...toRow(valid()).slice(0, 10), '["a",1,null,"b"]'])?.replaces).toEqual(['a', 'b'])
  })
})

function valid(): Change {
  return {
    id: stampOf(1),
    at: 1,
    author: 'Awa N’Diaye',
    subject: 'rec1',
    kind: 'lesson',
    field: 'title',
    locale: 'fr',
    op: 'set',
    value: 'Le puits',
    replaces: [],
  }
}
