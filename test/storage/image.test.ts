import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStore, openStore } from '../../src/storage/store.ts'
import { HEADER, PATH, SQL, storyChanges, storyProjection, storyStore } from './stories.ts'

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

describe('an image', () => {
  it('is the same bytes again while nothing changes', () => {
    const store = storyStore(20)
    expect(same(store.toImage(), store.toImage())).toBe(true)
  })

  it('says that it is a workspace, of which version, and that it is whole', () => {
    const image = storyStore(3).toImage()
    const view = new DataView(image.buffer, image.byteOffset)
    expect({
      magic: Buffer.from(image.subarray(0, 16)).toString('latin1'),
      length: view.getUint16(16) * view.getUint32(28) === image.length,
      applicationId: Buffer.from(image.subarray(68, 72)).toString('latin1'),
      version: view.getUint32(60),
    }).toEqual({ magic: 'SQLite format 3\0', length: true, applicationId: 'TMN1', version: 1 })
  })

  it('is refused where it is shorter or longer than it says', () => {
    const image = storyStore(3).toImage()
    const longer = new Uint8Array(image.length + 16_384)
    longer.set(image)
    for (const other of [image.subarray(0, -1), image.subarray(0, -16_384), longer]) {
      const problem = { code: 'workspace-damaged', path: PATH, what: 'length' }
      expect(openStore(SQL, other, PATH)).toEqual({ ok: false, problem })
    }
  })

  it('keeps no trace of text that was replaced', () => {
    const store = storyStore(1)
    const before = storyProjection(0)
    const texts = before.texts.map((text) => ({
      ...text,
      text: 'le témoin Ousmane Traoré a retiré son accord '.repeat(40),
    }))
    store.append([], [{ ...before, texts }])
    store.append([], [before])
    expect(Buffer.from(store.toImage()).includes('Ousmane')).toBe(false)
  })
})

describe('a canonical image', () => {
  const numbers = fc.shuffledSubarray(
    Array.from({ length: 40 }, (_, index) => index),
    { minLength: 40 },
  )

  it('depends on the content alone: not on order, batches, repeats or who made it', () => {
    const expected = storyStore(40).toImage({ canonical: true })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 13 }), fc.boolean(), (order, size, passOn) => {
        let store = createStore(SQL, HEADER)
        for (let at = 0; at < order.length; at += size) {
          const batch = order.slice(at, at + size)
          store.append(
            batch.flatMap((index) => [...storyChanges(index)].reverse()),
            [],
          )
          store.append(
            batch.flatMap((index) => storyChanges(index)),
            batch.map(storyProjection),
          )
          store.append(
            [],
            batch.map((index) => ({ ...storyProjection(index), texts: [], card: null })),
          )
          store.append([], batch.map(storyProjection))
          if (!passOn) continue
          const passed = openStore(SQL, store.toImage({ canonical: at % 2 === 0 }), PATH)
          if (!passed.ok) throw new Error(passed.problem.code)
          store.close()
          store = passed.value
        }
        const image = store.toImage({ canonical: true })
        store.close()
        return same(image, expected)
      }),
      { numRuns: 60 },
    )
  })

  it('differs as soon as one change differs', () => {
    const one = storyStore(3)
    const other = storyStore(3)
    other.append(storyChanges(9).slice(0, 1), [])
    expect(same(one.toImage({ canonical: true }), other.toImage({ canonical: true }))).toBe(false)
  })

  it('opens to the same log as a plain one', () => {
    const store = storyStore(30)
    store.append([...storyChanges(99), ...storyChanges(50)], [storyProjection(99)])
    const opened = openStore(SQL, store.toImage({ canonical: true }), PATH)
    if (!opened.ok) throw new Error(opened.problem.code)
    expect([...opened.value.changes()]).toEqual([...store.changes()])
    expect(opened.value.cards()).toEqual(store.cards())
    expect([...opened.value.texts()]).toEqual([...store.texts()])
  })
})
