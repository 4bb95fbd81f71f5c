import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findAssets } from '../../../src/engine/assets.ts'
import { createInspector } from '../../../src/engine/inspect/inspector.ts'
import { inspectImage, openInspected } from '../../../src/storage/inspect.ts'
import { hostileImages, tampered } from '../../storage/hostile-images.ts'
import { must, problemOf, SQL } from '../../support/engine.ts'
import { imageWith } from '../file/desk.ts'

const assets = findAssets()
const wasm = assets.sqlite()
const PATH = '/Sahel/Équipe.temoin'

const inspector = createInspector({ program: assets.inspection, wasm })
const program = (name: string) => join(import.meta.dirname, 'gates', `${name}.ts`)
/** Bytes of one's own, which the inspector may take over. */
const own = (image: Uint8Array) => new Uint8Array(image)

describe('an inspection', () => {
  it('lets a good image through with every byte, and what was let through opens', async () => {
    const image = imageWith(30)
    const passed = must(await inspector.inspect(own(image), PATH))
    expect(Buffer.compare(passed.image, image)).toBe(0)
    const store = openInspected(SQL, passed.image, passed.inspected)
    expect(store.changeCount()).toBe(120)
    store.close()
  })

  it('says what is wrong with a bad one, and gives back what can still be read of it', async () => {
    const hurt = own(imageWith(30)).fill(0, 16_384, 2 * 16_384)
    expect(problemOf(await inspector.inspect(own(hurt), PATH))).toMatchObject({ code: 'workspace-damaged', path: PATH })
    expect(must(await inspector.salvage(own(imageWith(30)), PATH)).changes).toHaveLength(120)
  })

  it.each(hostileImages.filter((_, index) => index % 5 === 0))(
    'says the same as the gate itself: %s',
    async (_, sql) => {
      const image = tampered(sql)
      const answer = await inspector.inspect(own(image), PATH)
      expect(answer).toEqual(inspectImage(SQL, image, PATH))
      expect(problemOf(answer).code).toBe('workspace-damaged')
    },
  )

  it('that does not end is ended: a problem, and the next file opens', async () => {
    const patience = () => 300
    const endless = createInspector({ program: program('endless'), wasm, patience })
    expect(problemOf(await endless.inspect(own(imageWith(2)), PATH))).toEqual({
      code: 'workspace-unchecked',
      path: PATH,
      reason: 'time',
    })
    expect(must(await inspector.inspect(own(imageWith(2)), PATH)).inspected.kind).toBe('ours')
  })

  it('counts the time that it was given, not the clock: a good file on a busy computer only waits', async () => {
    let looks = 0
    const processor = (): number => ((looks += 1) < 4 ? 0 : 1_000_000)
    const time = { clock: () => 0, processor }
    const starved = createInspector({ program: program('endless'), wasm, patience: () => 20, time })
    expect(problemOf(await starved.inspect(own(imageWith(2)), PATH))).toMatchObject({ reason: 'time' })
    expect(looks).toBe(4)
  })

  it('never takes longer than ten times its patience', async () => {
    let clock = 0
    const time = { clock: () => (clock += 100), processor: () => 0 }
    const starved = createInspector({ program: program('endless'), wasm, patience: () => 20, time })
    expect(problemOf(await starved.inspect(own(imageWith(2)), PATH))).toMatchObject({ reason: 'time' })
  })

  it('leaves the engine free to answer while it runs', async () => {
    const endless = createInspector({ program: program('endless'), wasm, patience: () => 2_000 })
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 5)
    await endless.inspect(own(imageWith(2)), PATH)
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(3)
  })

  it('that takes all memory is ended as well', async () => {
    const greedy = createInspector({ program: program('greedy'), wasm, patience: () => 600_000 })
    expect(problemOf(await greedy.inspect(own(imageWith(2)), PATH))).toEqual({
      code: 'workspace-unchecked',
      path: PATH,
      reason: 'memory',
    })
  })

  it('whose program is not there, or stops by itself, is a bug and no answer', async () => {
    const nowhere = createInspector({ program: program('nowhere'), wasm })
    await expect(nowhere.inspect(own(imageWith(2)), PATH)).rejects.toThrow(/nowhere/)
    const idle = createInspector({ program: program('idle'), wasm })
    await expect(idle.inspect(own(imageWith(2)), PATH)).rejects.toThrow('without an answer')
  })
})
