import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask, found, openLibrary, type Story, STORIES } from './stories.ts'

const ASKED = ['école', 'organ', 'SDG 5', 'volunters', 'la', 'eau ligne', '"l’école de Téra"']

type Open = ReturnType<typeof openLibrary>

function answers({ library }: Pick<Open, 'library'>) {
  return ASKED.map((query) => library.search(ask(query)))
}

function indexed(stories: readonly Story[] = STORIES): Open {
  const open = openLibrary(stories)
  while (!open.library.step(1));
  return open
}

function keptBy({ library }: Pick<Open, 'library'>): Uint8Array {
  return new Uint8Array(library.kept() ?? new ArrayBuffer(0))
}

function inPieces(bytes: Uint8Array, length = 100): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.slice(at * length, (at + 1) * length),
  )
}

function reopened(bytes: Uint8Array, stories: readonly Story[] = STORIES): Open {
  const open = openLibrary(stories)
  open.library.load(inPieces(bytes))
  while (!open.library.step(0));
  while (!open.library.check(0));
  return open
}

describe('a kept index', () => {
  const kept = keptBy(indexed())

  it('answers as the one it was kept from, without reading a text', () => {
    const open = openLibrary()
    open.library.load(inPieces(kept))
    while (!open.library.step(0));
    expect(open.library.indexedAnew()).toBe(0)
    expect(answers(open)).toEqual(answers(indexed()))
    expect(open.library.kept()).toBeNull()
  })

  it('is put right where records changed, came or went meanwhile', () => {
    const now = [
      ...STORIES.slice(1),
      { id: 'new', lang: 'en', versions: { en: { title: 'A school for Potosí' } } },
      { ...(STORIES[1] as Story), versions: { en: { title: 'Nothing about it' } } },
    ] satisfies readonly Story[]
    expect(answers(reopened(kept, now))).toEqual(answers(indexed(now)))
  })

  it('is not believed for a record that changed, even before it is compared', () => {
    const changed = {
      ...(STORIES[4] as Story),
      versions: { en: { title: 'Beekeepers' } },
      modifiedAt: 1_800_000_000_000,
    }
    const open = openLibrary([...STORIES.slice(0, 4), changed])
    open.library.load(inPieces(kept))
    while (!open.library.step(0));
    expect(open.library.indexedAnew()).toBe(1)
    expect(found(open.library, 'beekeepers')).toEqual(['who-is-who'])
    expect(found(open.library, 'who is who')).toEqual([])
  })

  it('takes note of what changes while it is read', () => {
    const open = openLibrary()
    open.library.load(inPieces(kept))
    open.library.step(0)
    open.put({ ...(STORIES[4] as Story), versions: { en: { title: 'Beekeepers' } } })
    open.library.remove('niger-ecole')
    while (!open.library.step(0));
    while (!open.library.check(0));
    expect(found(open.library, 'beekeepers')).toEqual(['who-is-who'])
    expect(found(open.library, 'Téra')).toEqual([])
  })

  it('is made anew where it is cut off, of other rules, or not ours', () => {
    const other = kept.slice()
    other[4] = 1
    for (const broken of [new Uint8Array(0), kept.slice(0, 8), kept.slice(0, -8), kept.slice(0, 999), other]) {
      expect(answers(reopened(broken))).toEqual(answers(indexed()))
    }
    expect(answers(reopened(new Uint8Array(5_000).fill(7)))).toEqual(answers(indexed()))
  })

  it('survives any single wrong byte', () => {
    fc.assert(
      fc.property(fc.nat(kept.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
        const wrong = kept.slice()
        wrong[at] = (wrong[at] ?? 0) ^ difference
        expect(answers(reopened(wrong))).toEqual(answers(indexed()))
      }),
      { numRuns: 60 },
    )
  })
})
