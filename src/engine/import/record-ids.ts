import { importedId } from '../../core/history/ids.ts'
import { wasUndone } from '../../core/history/settle.ts'
import type { Workspace } from '../workspace.ts'

/** The ids of records that a source names. */
export type RecordIds = {
  /** The id of the record that carries an external id, or will carry it once it is imported. */
  readonly external: (externalId: string) => string
  /** The same id, or the next one where a record by it was taken back with the import that had brought it. */
  readonly alive: (id: string) => string
}

/**
 * Looks up the records of a workspace by their external ids. A record whose import was taken back is none any more:
 * what comes in again begins anew, with an id that everybody arrives at who does the same.
 */
export function recordIds(workspace: Pick<Workspace, 'store' | 'ports' | 'subject'>): RecordIds {
  const { ports, store } = workspace
  const isUndone = (id: string): boolean => {
    const subject = workspace.subject(id)
    return subject !== undefined && wasUndone(subject)
  }
  const alive = (id: string): string => {
    let free = id
    for (let count = 2; isUndone(free); count += 1) free = importedId(ports, store.header.id, `again:${id}:${count}`)
    return free
  }
  const cards = store.cards().filter(({ externalId, deleted, id }) => externalId !== null && !(deleted && isUndone(id)))
  const known = new Map(cards.map(({ externalId, id }) => [externalId ?? '', id]))
  return {
    alive,
    external: (externalId) => known.get(externalId) ?? alive(importedId(ports, store.header.id, externalId)),
  }
}
