import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openConnection } from '../../src/storage/connection.ts'
import { openStore } from '../../src/storage/store.ts'
import { PATH, SQL, storyChanges, storyProjection, storyStore } from './stories.ts'

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

/** A workspace of some megabytes, so that its image takes more than a step or two. */
function largeStore(records: number) {
  const store = storyStore(records)
  for (let index = 0; index < records; index += 1) put(store, index, 20_000)
  return store
}

function put(store: ReturnType<typeof storyStore>, index: number, length: number): void {
  const { texts, ...projection } = storyProjection(index)
  const long = texts.map((text) => ({ ...text, text: `${text.text} ${'mot '.repeat(length / 4)}` }))
  store.append(storyChanges(index), [{ ...projection, texts: long }])
}

describe('an image that is made in steps', () => {
  it('is byte for byte the one that is made at once', () => {
    for (const store of [storyStore(1), storyStore(40), largeStore(40)]) {
      const steps = store.toImageInSteps(() => undefined)
      let turns = 0
      let step = steps.next()
      for (; !step.done; step = steps.next()) turns += 1
      expect(same(step.value, store.toImage())).toBe(true)
      expect(turns > 0).toBe(store.toImage().length > 1_000_000)
    }
  })

  it('is the workspace of one moment, whatever is written, taken back and deleted meanwhile', () => {
    const edit = fc.record({ index: fc.nat({ max: 80 }), length: fc.nat({ max: 40_000 }), fails: fc.boolean() })
    const turn = fc.array(edit, { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), turn, (turns, last) => {
        const store = largeStore(40)
        const act = (edits: typeof last): void => {
          for (const { index, length, fails } of edits) {
            if (!fails) put(store, index, length)
            else
              expect(() =>
                store.append([], [storyProjection(index), { ...storyProjection(1), texts: [BROKEN] }]),
              ).toThrow()
          }
        }
        const steps = store.toImageInSteps(() => act(last))
        let step = steps.next()
        for (let at = 0; !step.done; at += 1) {
          act(turns[at] ?? [])
          step = steps.next()
        }
        expect(same(step.value, store.toImage())).toBe(true)
        expect(openStore(SQL, step.value, PATH).ok).toBe(true)
        store.close()
      }),
      { numRuns: 10 },
    )
  })

  it('begins again where more comes in than there is room for', () => {
    const database = openConnection(SQL)
    database.execute('CREATE TABLE large (bytes BLOB)')
    const insert = (megabytes: number): unknown =>
      database.run('INSERT INTO large VALUES (?)', [new Uint8Array(megabytes * 1_000_000)])
    insert(1)
    const steps = database.exportInSteps(() => undefined)
    let step = steps.next()
    insert(5)
    while (!step.done) step = steps.next()
    expect(same(step.value.subarray(100), database.export().subarray(100))).toBe(true)
    database.close()
  })
})

const BROKEN = { subject: 'x', field: '', locale: '', text: '' }
