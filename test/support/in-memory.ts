import { createClock } from '../../src/core/history/clock.ts'
import { Workspace } from '../../src/engine/workspace.ts'
import { createStore } from '../../src/storage/store.ts'
import { SQL } from './engine.ts'
import { seededPorts, tickingClock } from './ports.ts'

/** One person's open copy of a workspace without a file. */
export function inMemory(author: string, now = tickingClock()): Workspace {
  const ports = seededPorts(author, now)
  const store = createStore(SQL, { id: 'sahe1w0rkspace01', createdAt: 0 })
  const clock = createClock(
    author
      .toLowerCase()
      .replace(/[^0-9a-z]/g, '0')
      .padEnd(16, '0')
      .slice(0, 16),
    ports.nowMillis,
  )
  const nothing = () => undefined
  const hooks = { onCommit: nothing, onCommitted: nothing, onMerged: nothing }
  return new Workspace({ store, clock, ports, author: () => author, ...hooks })
}

/** Each of two copies takes in what the other has. */
export function exchange(one: Workspace, other: Workspace): void {
  const give = (from: Workspace, to: Workspace) => {
    const missing = new Set(to.store.missing(from.store.changeIds()))
    to.absorb(
      [...from.store.changes()].filter((change) => missing.has(change.id)),
      'merge',
    )
  }
  give(one, other)
  give(other, one)
}
