import { Buffer } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/storage/store.ts'
import { HEADER, PATH, SQL, storyChanges, storyProjection, storyStore } from './stories.ts'

const file = new URL('golden/version-1.sqlite', import.meta.url)
// Only for the day a later version is added: then write golden/version-2.sqlite and never touch the first again.
if (process.env['WRITE_GOLDEN'] === '1') writeFileSync(file, storyStore(3).toImage({ canonical: true }))
const golden = new Uint8Array(readFileSync(file))

describe('the golden file of version 1', () => {
  it('opens with everything in it', () => {
    const opened = openStore(SQL, golden, PATH)
    if (!opened.ok) throw new Error(opened.problem.code)
    const store = opened.value
    expect({
      header: store.header,
      changes: [...store.changes()],
      cards: store.cards(),
      texts: [...store.texts()],
      current: store.projectionsAreCurrent(),
    }).toEqual({
      header: HEADER,
      changes: [0, 1, 2].flatMap((index) => storyChanges(index)),
      cards: [0, 1, 2].map((index) => storyProjection(index).card),
      texts: [0, 1, 2].flatMap((index) => storyProjection(index).texts),
      current: true,
    })
  })

  it('is what this version still writes, byte for byte', () => {
    expect(Buffer.compare(storyStore(3).toImage({ canonical: true }), golden)).toBe(0)
  })
})
