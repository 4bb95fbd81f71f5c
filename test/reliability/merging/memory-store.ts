import { Buffer } from 'node:buffer'
import type { Change } from '../../../src/core/history/change.ts'
import type { Projection, Store, WorkspaceHeader } from '../../../src/core/store.ts'

/** A store that can be copied as a file is copied. */
export type MemoryStore = Store & {
  readonly copy: () => MemoryStore
  /** The same workspace with nothing but some of its changes: what was salvaged of a damaged file. */
  readonly part: (keep: (index: number) => boolean) => MemoryStore
}

type Content = {
  readonly log: ReadonlyMap<string, Change>
  readonly projections: ReadonlyMap<string, Projection>
}

/** What the model needs of the store port; a call of anything else breaks off the proof. */
type Needed = Pick<
  Store,
  | 'header'
  | 'append'
  | 'missing'
  | 'changesNamed'
  | 'mentioning'
  | 'changesOf'
  | 'changes'
  | 'changeIds'
  | 'changeCount'
  | 'subjects'
  | 'card'
  | 'texts'
  | 'attachments'
>

/**
 * A workspace's log without SQLite, in the order in which changes arrived: a hundred thousand histories can be played in
 * a minute, and nothing but the engine and the core puts anything in order.
 */
export function createMemoryStore(header: WorkspaceHeader, from?: Content): MemoryStore {
  const log = new Map<string, Change>()
  const bySubject = new Map<string, Change[]>()
  const projections = new Map(from?.projections)
  const add = (change: Change): boolean => {
    if (log.has(change.id)) return false
    log.set(change.id, change)
    const changes = bySubject.get(change.subject)
    if (changes) changes.push(change)
    else bySubject.set(change.subject, [change])
    return true
  }
  for (const change of from?.log.values() ?? []) add(change)
  const store: Needed = {
    header,
    append(changes, made) {
      let added = 0
      for (const change of changes) if (add(change)) added += 1
      for (const projection of made) projections.set(projection.subject, projection)
      return added
    },
    missing: (ids) => ids.filter((id) => !log.has(id)),
    changesNamed: (ids) => ids.flatMap((id) => log.get(id) ?? []),
    mentioning: (text) =>
      [...bySubject].filter(([, changes]) => changes.some((change) => mentions(change, text))).map(([id]) => id),
    changesOf: (subject) => bySubject.get(subject) ?? [],
    changes: () => log.values(),
    changeIds: () => [...log.keys()],
    changeCount: () => log.size,
    subjects: () => [...bySubject].map(([subject, changes]) => ({ subject, kind: latestOf(changes).kind })),
    card: (subject) => projections.get(subject)?.card ?? undefined,
    texts: (subject = '') => projections.get(subject)?.texts ?? [],
    attachments: () => [],
  }
  return Object.assign(store as Store, {
    copy: () => createMemoryStore(header, { log, projections }),
    part: (keep: (index: number) => boolean) =>
      createMemoryStore(header, { log: new Map([...log].filter((_, index) => keep(index))), projections: new Map() }),
  })
}

function mentions({ value }: Change, text: string): boolean {
  return value instanceof Uint8Array ? Buffer.from(value).includes(text) : JSON.stringify(value).includes(text)
}

function latestOf(changes: readonly Change[]): Change {
  return changes.reduce((latest, change) => (change.id > latest.id ? change : latest))
}
