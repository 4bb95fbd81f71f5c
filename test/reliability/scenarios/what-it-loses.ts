import { strict as assert } from 'node:assert'
import { record, title } from '../../support/engine.ts'
import { everyText, open, type Scenario, set } from './scenario.ts'

/** More versions of one value than KeePassXC keeps of an entry (`historyMaxItems`, 10 unless somebody changed it). */
const MANY = 40

/** What KeePassXC's own code says it may lose. */
export const WHAT_IT_LOSES: readonly Scenario[] = [
  {
    name: 'edits of the same second',
    says: 'two edits in one and the same millisecond are two edits, both in sight',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('Podor')])
      await meet()
      // The clocks of both stand still.
      set(ana, id, 'title', 'Podor vu par Ana')
      set(luc, id, 'title', 'Podor vu par Luc')
      await meet()
      assert.deepEqual(open(ana, id, 'title:fr'), ['Podor vu par Ana', 'Podor vu par Luc'])
      assert.equal(new Set(ana.workspace.store.changesOf(id).map(({ at }) => at)).size, 1)
    },
  },
  {
    name: 'a history longer than is kept',
    says: 'however many versions of a value there were on either side, every one is in the history of both',
    async play({ ana, luc, meet }) {
      const id = record(ana.workspace, [title('0')])
      await meet()
      for (let version = 1; version <= MANY; version += 1) {
        set(ana, id, 'title', `Ana ${version}`)
        set(luc, id, 'title', `Luc ${version}`)
      }
      await meet()
      for (const copy of [ana, luc]) assert.equal(new Set(everyText(copy, id, 'title')).size, 2 * MANY + 1)
    },
  },
]
