import { strict as assert } from 'node:assert'
import { Buffer } from 'node:buffer'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { importJsonLines } from '../../../src/engine/import/import-jsonl.ts'
import { type Copy, record, title } from '../../support/engine.ts'
import { keys, open, type Scenario, set, step } from './scenario.ts'

function theme({ workspace }: Copy, label: string, parent?: string): string {
  const steps = [{ op: 'set', field: 'label', locale: 'fr', value: label }] as const
  return record(
    workspace,
    [...steps, ...(parent ? [{ op: 'set', field: 'parent', value: parent } as const] : [])],
    'theme',
  )
}

function file(copy: Copy, id: string, from: string | undefined, to: string): void {
  if (from) step(copy, id, { op: 'remove', field: 'themes', key: from })
  step(copy, id, { op: 'add', field: 'themes', value: to })
}

function bring({ workspace }: Copy, line: JsonObject): void {
  const work = importJsonLines(workspace, [Buffer.from(JSON.stringify(line))], { dryRun: false })
  for (let next = work.next(); !next.done; next = work.next());
}

function elements({ workspace }: Copy, id: string, field: string): readonly Json[] {
  return (workspace.subject(id)?.sets.get(field) ?? []).map(({ value }) => value)
}

/** Where things belong: what groups and moving are there, themes and the records of a brief are here. */
export const WITH_PLACES: readonly Scenario[] = [
  {
    name: 'ResolveGroupConflictOlder',
    says: 'two labels that a theme was given apart are both in sight, on a clock of 1970 as on ours',
    async play({ ana, luc, meet }) {
      const water = theme(ana, 'Eau')
      await meet()
      set(luc, water, 'label', 'Eau et forêts')
      set(ana, water, 'label', 'Eau potable')
      await meet()
      assert.deepEqual(open(luc, water, 'label:fr'), ['Eau et forêts', 'Eau potable'])
    },
  },
  {
    name: 'MoveEntry',
    says: 'a record that one files under another theme is filed there for everybody',
    async play({ ana, luc, meet }) {
      const [water, school, id] = [theme(ana, 'Eau'), theme(ana, 'École'), record(ana.workspace, [title('Podor')])]
      file(ana, id, undefined, water)
      await meet()
      file(luc, id, water, school)
      await meet()
      assert.deepEqual(keys(ana, id, 'themes'), [school])
    },
  },
  {
    name: 'MoveEntryPreserveChanges',
    says: 'a record filed anew in one copy and written in the other has both',
    async play({ ana, luc, meet }) {
      const [water, school, id] = [theme(ana, 'Eau'), theme(ana, 'École'), record(ana.workspace, [title('Podor')])]
      file(ana, id, undefined, water)
      await meet()
      file(luc, id, water, school)
      set(ana, id, 'title', 'Podor, corrigé')
      await meet()
      for (const copy of [ana, luc]) {
        assert.deepEqual(keys(copy, id, 'themes'), [school])
        assert.deepEqual(open(copy, id, 'title:fr'), ['Podor, corrigé'])
      }
    },
  },
  {
    name: 'MoveEntryIntoNewGroup',
    says: 'a record filed under a theme that the other copy has never heard of brings the theme with it',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      const fresh = theme(luc, 'Assainissement')
      file(luc, id, undefined, fresh)
      await meet()
      assert.deepEqual(keys(ana, id, 'themes'), [fresh])
      assert.deepEqual(open(ana, fresh, 'label:fr'), ['Assainissement'])
    },
  },
  {
    name: 'CreateNewGroups',
    says: 'themes made in either copy, one below the other, are there in both',
    async play({ ana, luc, meet }) {
      const water = theme(ana, 'Eau')
      await meet()
      const [below, beside] = [theme(luc, 'Forages', water), theme(ana, 'École')]
      await meet()
      assert.deepEqual(open(ana, below, 'parent'), [water])
      assert.deepEqual(open(luc, beside, 'label:fr'), ['École'])
    },
  },
  {
    name: 'UpdateEntryDifferentLocation',
    says: 'a record that both have filed under different themes stands under both, with what was written meanwhile',
    async play({ ana, luc, meet }) {
      const [water, school, id] = [theme(ana, 'Eau'), theme(ana, 'École'), record(ana.workspace, [title('Podor')])]
      await meet()
      file(luc, id, undefined, school)
      set(luc, id, 'title', 'Podor, corrigé')
      file(ana, id, undefined, water)
      await meet()
      assert.deepEqual(keys(ana, id, 'themes'), [water, school].sort())
      assert.deepEqual(open(ana, id, 'title:fr'), ['Podor, corrigé'])
    },
  },
  {
    name: 'UpdateGroup',
    says: 'a theme that one renames is renamed for everybody, under the records that it holds',
    async play({ ana, luc, meet }) {
      const [water, id] = [theme(ana, 'Eau'), record(ana.workspace, [title('Podor')])]
      file(ana, id, undefined, water)
      await meet()
      set(luc, water, 'label', 'Eau potable')
      await meet()
      assert.deepEqual(open(ana, water, 'label:fr'), ['Eau potable'])
      assert.deepEqual(keys(ana, id, 'themes'), [water])
    },
  },
  {
    name: 'UpdateGroupLocation',
    says: 'a theme that both have moved elsewhere has both places in sight until somebody chooses',
    async play({ ana, luc, meet }) {
      const [water, school, moved] = [theme(ana, 'Eau'), theme(ana, 'École'), theme(ana, 'Forages')]
      await meet()
      set(ana, moved, 'parent', water)
      set(luc, moved, 'parent', school)
      await meet()
      assert.deepEqual(open(ana, moved, 'parent'), [water, school].sort())
      set(ana, moved, 'parent', water)
      await meet()
      assert.deepEqual(open(luc, moved, 'parent'), [water])
    },
  },
  {
    name: 'MergeCustomIcons',
    says: 'a figure that one has added to a record is there for everybody, beside those that were there',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [
        { op: 'add', field: 'figures', value: { key: 'f1', value: 12, what: 'puits' } },
      ])
      await meet()
      step(luc, id, { op: 'add', field: 'figures', value: { key: 'f2', value: 30, what: 'latrines' } })
      await meet()
      assert.deepEqual(keys(ana, id, 'figures'), ['f1', 'f2'])
    },
  },
  {
    name: 'MergeDuplicateCustomIcons',
    says: 'one source that two people have imported apart is one record, with nothing in it twice',
    async play({ ana, luc, meet }) {
      for (const copy of [ana, luc])
        bring(copy, { id: 'UNV-7', lang: 'fr', title: 'Rapport', sdgs: ['6.1'], body: 'Un.' })
      await meet()
      const cards = ana.workspace.store.cards('case-study').filter((card) => card.externalId === 'UNV-7')
      assert.equal(cards.length, 1)
      const id = cards[0]?.id ?? ''
      assert.equal(elements(ana, id, 'sdgs').length, 1)
      assert.deepEqual(
        [...ana.workspace.store.texts(id)].filter(({ field }) => field === 'body').map(({ text }) => text),
        ['Un.'],
      )
    },
  },
]
