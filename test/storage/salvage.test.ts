import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/history/change.ts'
import { inspectImage, openInspected } from '../../src/storage/inspect.ts'
import { salvage } from '../../src/storage/salvage.ts'
import { openStore } from '../../src/storage/store.ts'
import { HEADER, PATH, SQL, storyStore } from './stories.ts'

const PAGE = 16_384
const store = storyStore(300)
const image = store.toImage()
const everything = [...store.changes()]

const sorted = (changes: readonly Change[]) => changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))

function zeroed(page: number): Uint8Array {
  return image.slice().fill(0, page * PAGE, (page + 1) * PAGE)
}

/** The image as a version that has added to it would have left it. */
function fromLaterVersion(sql: string): Uint8Array {
  const database = new SQL.Database(image)
  database.run(`${sql}; PRAGMA user_version = 9`)
  const later = database.export()
  database.close()
  return later
}

describe('salvage', () => {
  it('of an undamaged image is everything', () => {
    expect(salvage(SQL, image)).toEqual({ header: HEADER, changes: everything, unreadable: 0, complete: true })
  })

  it('of an image with one lost page loses at most what stood on that page', () => {
    const pages = image.length / PAGE
    const losses = Array.from({ length: pages }, (_, page) => {
      const { changes } = salvage(SQL, zeroed(page))
      const known = new Map(everything.map((change) => [change.id, change]))
      for (const change of changes) expect(change).toEqual(known.get(change.id))
      return everything.length - changes.length
    })
    expect(pages).toBeGreaterThan(25)
    expect(losses[0]).toBe(0)
    // A page holds some 60 of these changes.
    expect(Math.max(...losses)).toBeLessThan(120)
    expect(losses.filter((lost) => lost > 0).length).toBeLessThan(pages * 0.75)
  })

  it('of an image that was cut keeps what came before the cut', () => {
    const kept = [0.25, 0.5, 0.9].map(
      (share) => salvage(SQL, image.slice(0, Math.floor(image.length * share))).changes.length,
    )
    expect(kept.every((count, index) => count >= (kept[index - 1] ?? 0))).toBe(true)
    expect(kept[1]).toBeGreaterThan(0)
  })

  it('of bytes that are no database is nothing, said as such', () => {
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array(5_000),
      new TextEncoder().encode('Le témoin a parlé.'.repeat(3_000)),
    ]) {
      expect(salvage(SQL, bytes)).toEqual({ header: null, changes: [], unreadable: 0, complete: false })
    }
  })
})

describe('a workspace of a later version', () => {
  const later = fromLaterVersion(
    "ALTER TABLE change ADD COLUMN signature TEXT; CREATE TABLE consent (a); UPDATE change SET op = 'weave' WHERE field = 'body' AND value IS NOT NULL",
  )

  it('is not opened to write in', () => {
    expect(openStore(SQL, later, PATH)).toEqual({
      ok: false,
      problem: { code: 'workspace-too-new', path: PATH, theirs: 9, ours: 1 },
    })
  })

  it('can be looked at as far as this version knows it', () => {
    const inspected = inspectImage(SQL, later, PATH)
    if (!inspected.ok) throw new Error(inspected.problem.code)
    const store = openInspected(SQL, later, inspected.value)
    expect([...store.changes()]).toEqual(sorted(everything))
    expect(store.header).toEqual(HEADER)
    expect(store.projectionsAreCurrent()).toBe(false)
  })

  it('says whether its changes hold more than this version could carry on', () => {
    const kinds = [later, fromLaterVersion('CREATE TABLE consent (a)')].map((image) => {
      const inspected = inspectImage(SQL, image, PATH)
      return inspected.ok && inspected.value.kind === 'newer' ? inspected.value.log.isWhole : undefined
    })
    expect(kinds).toEqual([false, true])
  })

  it('is refused where this version would miss something of it', () => {
    const without = inspectImage(SQL, fromLaterVersion('ALTER TABLE change RENAME COLUMN author TO person'), PATH)
    const wrongRow = inspectImage(
      SQL,
      fromLaterVersion("PRAGMA ignore_check_constraints = ON; UPDATE change SET kind = '' WHERE rowid = 7"),
      PATH,
    )
    const problem = { code: 'workspace-damaged', path: PATH, what: 'content' }
    expect([without, wrongRow]).toEqual([
      { ok: false, problem },
      { ok: false, problem },
    ])
  })
})
