import { strict as assert } from 'node:assert'
import { must, record, title } from '../../support/engine.ts'
import { isDeleted, keys, open, type Scenario, set, step } from './scenario.ts'

/** What happens to what somebody deletes. */
export const WITH_DELETIONS: readonly Scenario[] = [
  {
    name: 'DeletionConflictEntry_Synchronized',
    says: 'an edit that the one who deleted had not seen keeps the record, whichever of the two came first',
    async play({ ana, luc, meet }) {
      const [one, two] = [record(ana.workspace, [title('un')]), record(ana.workspace, [title('deux')])]
      await meet()
      must(ana.workspace.remove([one]))
      set(luc, one, 'title', 'un, corrigé')
      set(luc, two, 'title', 'deux, corrigé')
      must(ana.workspace.remove([two]))
      await meet()
      for (const copy of [ana, luc]) {
        assert.deepEqual([isDeleted(copy, one), isDeleted(copy, two)], [false, false])
        assert.equal(copy.workspace.subject(one)?.survived.length, 1)
      }
    },
  },
  {
    name: 'DeletionConflictEntry_KeepNewer',
    says: 'a record that was deleted by somebody who had seen every edit stays deleted, whatever the clocks say',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('un')])
      await meet()
      set(luc, id, 'title', 'un, corrigé')
      await meet()
      must(ana.workspace.remove([id]))
      await meet()
      assert.deepEqual([isDeleted(ana, id), isDeleted(luc, id)], [true, true])
    },
  },
  {
    name: 'DeletedEntry',
    says: 'what one deletes, and nobody else touches, is deleted for everybody; its history stays',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      must(luc.workspace.remove([id]))
      await meet()
      assert.equal(isDeleted(ana, id), true)
      assert.deepEqual(open(ana, id, 'title:fr'), ['Podor'])
    },
  },
  {
    name: 'DeletedGroup',
    says: 'a theme that one deletes while another files a record under it stays with the record',
    async play({ ana, luc, meet }) {
      const theme = record(ana.workspace, [{ op: 'set', field: 'label', locale: 'fr', value: 'Eau' }], 'theme')
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      must(luc.workspace.remove([theme]))
      step(ana, id, { op: 'add', field: 'themes', value: theme })
      await meet()
      for (const copy of [ana, luc]) {
        assert.deepEqual(keys(copy, id, 'themes'), [theme])
        assert.deepEqual(open(copy, theme, 'label:fr'), ['Eau'])
      }
    },
  },
  {
    name: 'DeletedRevertedEntry',
    says: 'a record that was deleted and brought back is there for everybody, with what was written into it since',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      must(luc.workspace.remove([id]))
      await meet()
      must(ana.workspace.restore([id]))
      set(ana, id, 'title', 'Podor, encore')
      await meet()
      for (const copy of [ana, luc]) {
        assert.equal(isDeleted(copy, id), false)
        assert.deepEqual(open(copy, id, 'title:fr'), ['Podor, encore'])
      }
    },
  },
  {
    name: 'DeletedRevertedGroup',
    says: 'a theme that was deleted in one copy and taken back there by undo is as it was, whatever the other did',
    async play({ ana, luc, meet }) {
      const theme = record(ana.workspace, [{ op: 'set', field: 'label', locale: 'fr', value: 'Eau' }], 'theme')
      await meet()
      must(luc.workspace.remove([theme]))
      must(luc.workspace.undo())
      set(ana, theme, 'label', 'Eau potable')
      await meet()
      for (const copy of [ana, luc]) {
        assert.equal(isDeleted(copy, theme), false)
        assert.deepEqual(open(copy, theme, 'label:fr'), ['Eau potable'])
      }
    },
  },
]
