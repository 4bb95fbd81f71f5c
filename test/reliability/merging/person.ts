import { createHash } from 'node:crypto'
import type { Change } from '../../../src/core/history/change.ts'
import { createClock } from '../../../src/core/history/clock.ts'
import { newId } from '../../../src/core/history/ids.ts'
import type { Ports } from '../../../src/core/ports.ts'
import { Workspace } from '../../../src/engine/workspace.ts'
import type { Random } from '../support/random.ts'
import type { ClockSetting } from './history.ts'
import { createMemoryStore, type MemoryStore } from './memory-store.ts'

/** Somebody's open copy: the engine's own workspace on a store without a file, and what the laws ask about later. */
export type Person = {
  readonly name: string
  readonly store: MemoryStore
  readonly workspace: Workspace
  readonly clock: WrongClock
  /** When each change came to this copy: whoever made a change had seen those before it. */
  readonly arrived: ReadonlyMap<string, number>
  /** Versions of this copy that were put aside. */
  readonly kept: MemoryStore[]
  readonly ports: Ports
}

/** A wall clock that may stand still, and can be turned. */
export type WrongClock = { now: number; readonly step: number }

/** A change as it was made: by whom, and what that copy had then. */
export type Made = { readonly change: Change; readonly by: Person; readonly at: number; readonly latestSeen: string }

/** Notes every change at the moment it is made. */
export type Notice = (made: Made) => void

/** Makes the ports of one computer. */
export function portsOf(random: Random, clock: WrongClock): Ports {
  return {
    nowMillis: () => (clock.now += clock.step),
    randomBytes: (length) => random.bytes(length),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  }
}

/** Sets a clock. */
export function clockFrom({ start, step }: ClockSetting): WrongClock {
  return { now: start, step }
}

/** Opens a copy as the engine does: with an actor drawn anew, on a clock that has seen every change in it. */
export function openCopy(
  { name, ports, clock, kept }: Pick<Person, 'name' | 'ports' | 'clock' | 'kept'>,
  from: MemoryStore,
  notice: Notice,
): Person {
  const store = from.copy()
  const hybrid = createClock(newId(ports), ports.nowMillis)
  const arrived = new Map<string, number>()
  let latestSeen = ''
  const see = (id: string): void => {
    if (id > latestSeen) latestSeen = id
    arrived.set(id, arrived.size)
  }
  for (const id of store.changeIds()) {
    hybrid.observe(id)
    see(id)
  }
  const workspace = new Workspace({
    store,
    clock: hybrid,
    ports,
    author: () => name,
    onCommit({ changes, origin }) {
      for (const change of changes) {
        if (arrived.has(change.id)) continue
        if (origin !== 'merge') notice({ change, by: person, at: arrived.size, latestSeen })
        see(change.id)
      }
    },
    onCommitted: () => undefined,
    onMerged: () => undefined,
  })
  const person: Person = { name, store, workspace, clock, arrived, kept, ports }
  return person
}

/** A workspace with nothing in it. */
export function emptyStore(ports: Ports): MemoryStore {
  return createMemoryStore({ id: newId(ports), createdAt: ports.nowMillis() })
}
