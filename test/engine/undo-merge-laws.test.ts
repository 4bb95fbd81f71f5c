import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/core/history/clock.ts'
import { richState } from '../../src/core/history/project.ts'
import type { OpenValue, Subject } from '../../src/core/history/settle.ts'
import { plainText } from '../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../src/core/rich-text/read-document.ts'
import { deleteText, insertText, setBlockKind } from '../../src/core/rich-text/text-steps.ts'
import { mergeStores } from '../../src/engine/merge-stores.ts'
import { type Merged, Workspace } from '../../src/engine/workspace.ts'
import { createStore } from '../../src/storage/store.ts'
import { must, record, SQL, title } from '../support/engine.ts'
import { seededPorts, tickingClock } from '../support/ports.ts'

type Person = {
  readonly workspace: Workspace
  readonly merges: Merged[]
  readonly say: (act: Act) => void
  readonly words: string[]
}

const act = fc.record({
  do: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('title', 'tag', 'untag', 'figure') },
    { weight: 5, arbitrary: fc.constantFrom('write', 'write-lines', 'erase', 'block') },
    { weight: 2, arbitrary: fc.constantFrom('create', 'delete', 'restore') },
  ),
  record: fc.nat(3),
  place: fc.nat(1_000),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const TAGS = ['5', '6.1', '13'] as const
let pens = 5_000_000

/** Somebody with a copy of one workspace in memory. */
function person(author: string): Person {
  const ports = seededPorts(author, tickingClock())
  const store = createStore(SQL, { id: 'sahe1w0rkspace01', createdAt: 0 })
  const clock = createClock(author.toLowerCase().padEnd(16, '0'), ports.nowMillis)
  const merges: Merged[] = []
  const words: string[] = []
  const workspace = new Workspace({
    store,
    clock,
    ports,
    author: () => author,
    onCommit: () => undefined,
    onCommitted: () => undefined,
    onMerged: (merged) => merges.push(merged),
  })
  return { workspace, merges, words, say: (what) => play(workspace, author, what, words) }
}

function play(workspace: Workspace, author: string, { do: what, record: which, place }: Act, words: string[]): void {
  if (what === 'create') return void record(workspace, [title(`${author} ${place}`)])
  const ids = workspace.store.subjects().map(({ subject }) => subject)
  const id = ids[which % ids.length] ?? ''
  const subject = workspace.subject(id)
  if (!subject) return
  if (what === 'restore') return void must(workspace.restore([id]))
  // Nobody writes into a deleted record: that would bring it back.
  if (subject.deleted) return
  const code = TAGS[place % 3] ?? '5'
  const text = textOf(subject)
  const at = place % (text.length + 1)
  const state = richState(subject, 'body', 'fr')
  pens += 1
  const type = (update: Uint8Array) => must(workspace.change(id, [{ op: 'edit', field: 'body', locale: 'fr', update }]))
  const word = `${author}${words.length}`
  switch (what) {
    case 'title':
      return void must(workspace.change(id, [title(`${author} ${place % 3}`)]))
    case 'tag':
      return void must(workspace.change(id, [{ op: 'add', field: 'sdgs', value: code }]))
    case 'untag':
      return void must(workspace.change(id, [{ op: 'remove', field: 'sdgs', key: code }]))
    case 'figure':
      return void must(
        workspace.change(id, [
          { op: 'add', field: 'figures', value: { key: 'wells', value: place % 3, what: 'puits' } },
        ]),
      )
    case 'delete':
      return void must(workspace.remove([id]))
    case 'write':
      words.push(word)
      return void type(must(insertText(state, at, word, pens)))
    case 'write-lines':
      words.push(word)
      return void type(must(insertText(state, at, `\n${word}\n`, pens)))
    case 'erase':
      return void type(must(deleteText(state, at, Math.min(7, text.length - at), pens)))
    case 'block':
      return void type(
        must(setBlockKind(state, 0, (['quote', 'heading-2', 'bullet'] as const)[place % 3] ?? 'quote', pens)),
      )
  }
}

function textOf(subject: Subject): string {
  return plainText(readDocument(richState(subject, 'body', 'fr')))
}

/** What a person sees of every record, whatever the changes behind it are called. */
function seen({ store }: Workspace, workspace: Workspace) {
  const open = (values: readonly OpenValue[]) => values.map((value) => JSON.stringify(value.value))
  return store.subjects().flatMap(({ subject: id }) => {
    const subject = workspace.subject(id)
    if (!subject || subject.deleted) return []
    const values = [...subject.values].filter(([key]) => key !== 'lifecycle')
    return [
      {
        id,
        values: Object.fromEntries(values.map(([key, value]) => [key, [...new Set(open(value.open))].sort()])),
        sets: Object.fromEntries(
          // Tags stand in the order in which anybody first gave them, in a merge that was taken back too.
          [...subject.sets].map(([key, set]) => [
            key,
            set
              .map((element) => [...new Set(open(element.open))].sort())
              .toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
          ]),
        ),
        body: subject.edits.has('body:fr') ? readDocument(richState(subject, 'body', 'fr')) : null,
        survived: subject.survived.length > 0,
      },
    ]
  })
}

function takeIn(into: Person, from: Person): void {
  must(mergeStores(into.workspace, [{ store: from.workspace.store, path: 'copie.temoin' }], { dryRun: false }))
}

/** Two people with the same two records, and what each does to their copy while apart. */
function apart(anas: readonly Act[], lucs: readonly Act[]) {
  const [ana, luc] = [person('Ana'), person('Luc')]
  for (const name of ['Puits', 'Pompes']) {
    const id = record(ana.workspace, [title(name)])
    const update = must(
      insertText(richState({ id, edits: new Map() }, 'body', 'fr'), 0, 'Un deux.\nTrois quatre.', (pens += 1)),
    )
    must(ana.workspace.change(id, [{ op: 'edit', field: 'body', locale: 'fr', update }]))
  }
  takeIn(luc, ana)
  for (const one of anas) ana.say(one)
  for (const one of lucs) luc.say(one)
  return { ana, luc }
}

function undoLastMerge({ workspace, merges }: Person): number {
  const merged = merges.at(-1)
  if (!merged) return 0
  return workspace.undoMerge(
    {
      changes: merged.changes.map(({ id }) => id),
      created: merged.arrivals.flatMap(({ id, fate }) => (fate === 'new' ? [id] : [])),
    },
    'merge',
  )
}

/** Deleted and brought back by one, while the other deletes it: which of the two came last says nothing. */
const BROUGHT_BACK: Act[] = [
  { do: 'delete', record: 1, place: 0 },
  { do: 'restore', record: 3, place: 0 },
]

const acts = fc.array(act, { maxLength: 8 })

describe('a merge that is taken back', () => {
  it('leaves every record as it was, where nobody has worked since', () => {
    fc.assert(
      fc.property(acts, acts, (anas, lucs) => {
        const { ana, luc } = apart(anas, lucs)
        const before = seen(ana.workspace, ana.workspace)
        takeIn(ana, luc)
        undoLastMerge(ana)
        expect(seen(ana.workspace, ana.workspace)).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('is there again when the undo is undone', () => {
    fc.assert(
      fc.property(acts, acts, (anas, lucs) => {
        const { ana, luc } = apart(anas, lucs)
        takeIn(ana, luc)
        const merged = seen(ana.workspace, ana.workspace)
        if (undoLastMerge(ana) === 0) return
        must(ana.workspace.undo())
        expect(seen(ana.workspace, ana.workspace)).toEqual(merged)
      }),
      { numRuns: 40, examples: [[BROUGHT_BACK, [{ do: 'delete', record: 3, place: 0 }]]] },
    )
  })

  it('takes nothing with it that anybody typed since, and both copies agree afterwards', () => {
    fc.assert(
      fc.property(acts, acts, acts, acts, (anas, lucs, anasLater, lucsLater) => {
        const { ana, luc } = apart(anas, lucs)
        takeIn(ana, luc)
        const already = ana.words.length
        for (const one of anasLater) ana.say(one)
        for (const one of lucsLater) luc.say(one)
        const written = ana.words
          .slice(already)
          .filter((word) => JSON.stringify(seen(ana.workspace, ana.workspace)).includes(word))
        undoLastMerge(ana)
        const text = JSON.stringify(seen(ana.workspace, ana.workspace))
        expect(written.filter((word) => !text.includes(word))).toEqual([])
        takeIn(luc, ana)
        takeIn(ana, luc)
        expect(seen(luc.workspace, luc.workspace)).toEqual(seen(ana.workspace, ana.workspace))
      }),
      { numRuns: 40 },
    )
  })

  it('is taken back once, though two people take it back apart', () => {
    fc.assert(
      fc.property(acts, acts, (anas, lucs) => {
        const { ana, luc } = apart(anas, lucs)
        const eva = person('Eva')
        takeIn(eva, ana)
        const before = seen(ana.workspace, ana.workspace)
        takeIn(ana, luc)
        takeIn(eva, luc)
        if (ana.merges.length === 0) return
        undoLastMerge(ana)
        undoLastMerge(eva)
        takeIn(ana, eva)
        takeIn(eva, ana)
        expect(seen(ana.workspace, ana.workspace)).toEqual(before)
        expect(seen(eva.workspace, eva.workspace)).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
})
