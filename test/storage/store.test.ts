import { afterEach, describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/history/change.ts'
import type { Store } from '../../src/core/store.ts'
import { createStore, openStore } from '../../src/storage/store.ts'
import { HEADER, PATH, SQL, stampOf, storyChanges, storyProjection, storyStore, subjectOf } from './stories.ts'

const open: Store[] = []

function keep(store: Store): Store {
  open.push(store)
  return store
}

function reopened(store: Store): Store {
  const opened = openStore(SQL, store.toImage(), PATH)
  if (!opened.ok) throw new Error(opened.problem.code)
  return keep(opened.value)
}

const strangeChange: Change = {
  id: stampOf(900_000),
  at: -4_000_000_000_000,
  author: '',
  subject: 'select * from "change"; --',
  kind: 'listening-circle',
  field: 'group by',
  locale: 'wo',
  op: 'fold',
  value: { deep: [null, true, -1.5, 'é\u0000\ud800'], $proto: {} },
  replaces: ['not a stamp'],
}

afterEach(() => {
  for (const store of open.splice(0)) store.close()
})

describe('a store', () => {
  it('gives back every change as it was, after a round through its image', () => {
    const store = keep(storyStore(5))
    const before = [...store.changes()]
    const after = reopened(store)
    expect(before).toEqual([0, 1, 2, 3, 4].flatMap((index) => storyChanges(index)))
    expect([...after.changes()]).toEqual(before)
    expect(after.header).toEqual(HEADER)
  })

  it('finds changes by their names, in the order of their stamps, and passes over names it does not know', () => {
    const store = keep(storyStore(5))
    const everything = [...store.changes()]
    const wanted = everything.filter((_, index) => index % 3 === 1)
    const names = [stampOf(999_999), ...wanted.map(({ id }) => id)].toReversed()
    expect(store.changesNamed(names)).toEqual(wanted)
    expect(store.changesNamed([])).toEqual([])
  })

  it('keeps changes it does not understand exactly as they are', () => {
    const store = keep(createStore(SQL, HEADER))
    store.append([strangeChange], [])
    expect([...reopened(store).changes()]).toEqual([strangeChange])
  })

  it('keeps an edit of no bytes, and one of every byte', () => {
    const store = keep(createStore(SQL, HEADER))
    const edits = [new Uint8Array(), Uint8Array.from({ length: 256 }, (_, byte) => byte)]
    store.append(
      edits.map((value, index) => ({ ...strangeChange, id: stampOf(index), op: 'edit', value })),
      [],
    )
    expect([...reopened(store).changes()].map((change) => change.value)).toEqual(edits)
  })

  it('counts a change once however often it arrives', () => {
    const store = keep(createStore(SQL, HEADER))
    const changes = storyChanges(1)
    expect(store.append(changes, [])).toBe(4)
    expect(store.append([...changes, ...storyChanges(2)], [])).toBe(4)
    expect(store.changeCount()).toBe(8)
  })

  it('adds all of an append or nothing', () => {
    const store = keep(storyStore(1))
    const wrong = { ...strangeChange, kind: '' }
    expect(() => store.append([...storyChanges(2), wrong], [storyProjection(2)])).toThrow()
    expect(store.changeCount()).toBe(4)
    expect(store.cards().map((card) => card.id)).toEqual([subjectOf(0)])
    expect(store.append(storyChanges(2), [storyProjection(2)])).toBe(4)
  })

  it('refuses a change whose moment is no number, rather than losing it', () => {
    const store = keep(createStore(SQL, HEADER))
    expect(() => store.append([{ ...strangeChange, at: Number.NaN }], [])).toThrow()
    expect(() => store.append([{ ...strangeChange, at: 1.5 }], [])).toThrow()
  })

  it('names the changes it lacks, in the order asked', () => {
    const store = keep(storyStore(1))
    expect(store.missing([stampOf(9), stampOf(0), stampOf(7), 'nonsense'])).toEqual([
      stampOf(9),
      stampOf(7),
      'nonsense',
    ])
    expect(store.missing([])).toEqual([])
  })

  it('gives the changes of one subject in stamp order whatever order they came in', () => {
    const store = keep(createStore(SQL, HEADER))
    store.append([...storyChanges(3)].reverse(), [])
    store.append(storyChanges(4), [])
    expect(store.changesOf(subjectOf(3))).toEqual(storyChanges(3))
    expect(store.changesOf('nobody')).toEqual([])
  })

  it('walks a log longer than one batch, and may be written to meanwhile', () => {
    const store = keep(storyStore(400))
    const seen = new Set<string>()
    for (const change of store.changes()) {
      seen.add(change.id)
      if (seen.size === 10) store.append([strangeChange], [])
    }
    expect(seen.size).toBe(1_601)
    expect(store.changeIds()).toEqual([...seen].sort())
    expect([...store.texts()].length).toBe(800)
  })

  it('lists each subject once, with the kind that its latest change gives it', () => {
    const store = keep(storyStore(2))
    store.append([{ ...strangeChange, subject: subjectOf(1), kind: 'lesson' }], [])
    const subjects = store.subjects().toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
    expect(subjects).toEqual([
      { subject: subjectOf(0), kind: 'case-study' },
      { subject: subjectOf(1), kind: 'lesson' },
    ])
  })
})

describe('the projections of a store', () => {
  it('are replaced subject by subject, and survive a round through the image', () => {
    const store = keep(storyStore(3))
    const first = storyProjection(0)
    const [body] = first.texts
    if (!body) throw new Error('the story has no body')
    store.append(
      [],
      [
        { ...first, texts: [{ ...body, text: 'réécrit' }] },
        { ...storyProjection(1), card: null, texts: [] },
      ],
    )
    const after = reopened(store)
    expect([...after.texts(subjectOf(0))]).toEqual([{ ...body, text: 'réécrit' }])
    expect([...after.texts(subjectOf(1))]).toEqual([])
    expect(after.cards()).toEqual([storyProjection(0).card, storyProjection(2).card])
    expect([...after.texts()]).toEqual([{ ...body, text: 'réécrit' }, ...storyProjection(2).texts])
  })

  it('are current until they are not', () => {
    const store = keep(storyStore(2))
    expect(reopened(store).projectionsAreCurrent()).toBe(true)
    const card = storyProjection(0).card
    if (!card) throw new Error('the story has no card')
    store.append([], [{ subject: subjectOf(0), card: { ...card, state: 7 as unknown as string }, texts: [] }])
    expect(reopened(store).projectionsAreCurrent()).toBe(false)
  })

  it('can be thrown away and made again', () => {
    const store = keep(storyStore(2))
    store.clearProjections()
    expect([store.cards(), [...store.texts()]]).toEqual([[], []])
    store.append([], [storyProjection(0), storyProjection(1)])
    expect(store.cards()).toEqual([storyProjection(0).card, storyProjection(1).card])
    expect(store.projectionsAreCurrent()).toBe(true)
    expect(store.changeCount()).toBe(8)
  })
})

describe('a large log', () => {
  it('of 100,000 changes comes back from its image change for change', () => {
    const store = keep(createStore(SQL, HEADER))
    const changes = Array.from({ length: 100_000 }, (_, index) => ({
      ...strangeChange,
      id: stampOf(index),
      at: index,
      subject: subjectOf(index % 10_000),
      value: index % 10 === 0 ? new Uint8Array(300).fill(index % 256) : `valeur n° ${index}`,
    }))
    expect(store.append(changes, [])).toBe(100_000)
    const after = reopened(store)
    const found = [...after.changes()]
    const every997th = (list: readonly Change[]) => list.filter((_, index) => index % 997 === 0)
    expect(found.map((change) => change.id)).toEqual(changes.map((change) => change.id))
    expect(every997th(found)).toEqual(every997th(changes))
    expect(after.changesOf(subjectOf(42)).length).toBe(10)
  }, 120_000)
})
