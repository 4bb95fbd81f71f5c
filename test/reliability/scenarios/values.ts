import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { makeChange } from '../../../src/core/history/steps.ts'
import { WORKSPACE_SUBJECT } from '../../../src/engine/workspace.ts'
import { mergeFiles, saveOpenFile } from '../../../src/engine/workspace-file.ts'
import { must, record, title } from '../../support/engine.ts'
import { everyText, open, type Scenario, set } from './scenario.ts'

/** What happens to values, and to the workspace as a whole. */
export const WITH_VALUES: readonly Scenario[] = [
  {
    name: 'MergeIntoNew',
    says: 'whoever has nothing yet gets every record with its whole history',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      set(ana, id, 'title', 'Comités de Podor')
      await meet()
      assert.deepEqual(everyText(luc, id, 'title'), ['Podor', 'Comités de Podor'])
    },
  },
  {
    name: 'MergeNoChanges',
    says: 'where nothing has changed, a merge does nothing and writes nothing',
    async play({ ana, luc, meet }) {
      record(ana.workspace, [title('Podor')])
      await meet()
      const bytes = readFileSync(ana.file.path)
      const report = must(await mergeFiles(ana.environment, ana.workspace, [luc.file.path], { dryRun: false }))
      assert.equal(report.unchanged, true)
      must(await saveOpenFile(ana.environment, ana.file))
      assert.ok(readFileSync(ana.file.path).equals(bytes))
    },
  },
  {
    name: 'MergeCustomData',
    says: 'what only a newer version understands is kept and travels on, also through somebody who does not',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      const mood = { field: 'mood', locale: '', op: 'blend', value: { warm: 3 }, replaces: [] }
      const change = makeChange({ id, kind: 'case-study' }, mood, ana.workspace.acting())
      ana.workspace.absorb([change], 'import')
      await meet()
      assert.deepEqual(
        luc.workspace.store.changesOf(id).find(({ op }) => op === 'blend'),
        change,
      )
    },
  },
  {
    name: 'ResolveConflictNewer',
    says: 'what one has changed and the other has not is what both show afterwards',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      set(luc, id, 'title', 'Podor, Sénégal')
      await meet()
      assert.deepEqual(open(ana, id, 'title:fr'), ['Podor, Sénégal'])
    },
  },
  {
    name: 'ResolveConflictExisting',
    says: 'where both have changed a value apart, both values stay in sight, and neither is lost to the later one',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      set(luc, id, 'title', 'Podor vu par Luc')
      set(ana, id, 'title', 'Podor vu par Ana')
      await meet()
      assert.deepEqual(open(ana, id, 'title:fr'), ['Podor vu par Ana', 'Podor vu par Luc'])
    },
  },
  {
    name: 'ResolveConflictEntry_Synchronize',
    says: 'histories that went apart are one history afterwards: every value of both sides stands in it',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('un')])
      await meet()
      for (const value of ['deux', 'trois']) set(ana, id, 'title', value)
      for (const value of ['zwei', 'drei', 'vier']) set(luc, id, 'title', value)
      await meet()
      const every = ['deux', 'drei', 'trois', 'un', 'vier', 'zwei']
      assert.deepEqual([...everyText(luc, id, 'title')].sort(), every)
    },
  },
  {
    name: 'ResolveConflictEntry_KeepNewer',
    says: 'whoever settles a contested value, having seen both, settles it for everybody',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('un')])
      await meet()
      set(ana, id, 'title', 'deux')
      set(luc, id, 'title', 'zwei')
      await meet()
      set(luc, id, 'title', 'deux')
      await meet()
      assert.deepEqual(open(ana, id, 'title:fr'), ['deux'])
    },
  },
  {
    name: 'MergeNotModified',
    says: 'a merge that brings nothing leaves the workspace as saved as it was',
    async play({ ana, luc, meet }) {
      record(ana.workspace, [title('Podor')])
      await meet()
      const { savedChanges } = ana.file
      must(await mergeFiles(ana.environment, ana.workspace, [luc.file.path], { dryRun: false }))
      assert.equal(ana.workspace.store.changeCount(), savedChanges)
    },
  },
  {
    name: 'MergeModified',
    says: 'a merge that brings something is told as such, and there is something to save',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      set(luc, id, 'title', 'Matam')
      must(await saveOpenFile(luc.environment, luc.file))
      const report = must(await mergeFiles(ana.environment, ana.workspace, [luc.file.path], { dryRun: false }))
      assert.deepEqual([report.unchanged, report.changes, report.records.changed], [false, 1, 1])
      assert.equal(ana.workspace.store.changeCount(), ana.file.savedChanges + 1)
    },
  },
  {
    name: 'MergeAndSync',
    says: 'after both have merged, both files hold the same bytes',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      set(ana, id, 'title', 'Podor')
      set(ana, id, 'summary', 'Un résumé.')
      record(luc.workspace, [title('Matam')])
      for (const copy of [ana, luc]) must(await saveOpenFile(copy.environment, copy.file))
      const [mine, theirs] = [ana.file.path, luc.file.path]
      must(await mergeFiles(ana.environment, ana.workspace, [theirs], { dryRun: false }))
      must(await mergeFiles(luc.environment, luc.workspace, [mine], { dryRun: false }))
      for (const copy of [ana, luc]) must(await saveOpenFile(copy.environment, copy.file))
      assert.ok(readFileSync(mine).equals(readFileSync(theirs)))
    },
  },
  {
    name: 'Metadata',
    says: 'the name of the workspace is a value like any other: two names given apart are both in sight',
    async play({ ana, luc, meet }) {
      set(ana, WORKSPACE_SUBJECT, 'name', 'Sahel 2026')
      set(luc, WORKSPACE_SUBJECT, 'name', 'Équipe Sahel et Gambie')
      await meet()
      assert.deepEqual(open(ana, WORKSPACE_SUBJECT, 'name'), ['Sahel 2026', 'Équipe Sahel et Gambie'])
    },
  },
  {
    name: 'CustomData',
    says: 'what an import had left over stays with its record, both versions of it where two differ',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [{ op: 'set', field: 'extra', value: { donor: 'KfW' } }])
      await meet()
      set(ana, id, 'extra', { donor: 'KfW', code: 7 })
      set(luc, id, 'extra', { donor: 'AFD' })
      await meet()
      assert.equal(open(luc, id, 'extra').length, 2)
    },
  },
]
