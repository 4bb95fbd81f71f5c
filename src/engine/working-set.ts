import type { Change } from '../core/history/change.ts'
import { project } from '../core/history/project.ts'
import { settle, type Subject } from '../core/history/settle.ts'
import type { Projection, Store } from '../core/store.ts'

/**
 * Changes in the making on top of a store: what is read here counts them in, and nothing reaches the store until all
 * of them are good. This is how a list of operations happens as a whole or not at all.
 */
export type WorkingSet = {
  readonly changesOf: (subject: string) => readonly Change[]
  readonly subject: (id: string) => Subject | undefined
  /** A subject as it was before anything here was made. */
  readonly before: (id: string) => Subject | undefined
  readonly add: (changes: readonly Change[]) => void
  readonly made: () => readonly Change[]
  /** The projections of every subject that was touched. */
  readonly projections: () => readonly Projection[]
  readonly touched: () => readonly string[]
}

/** Starts a working set on a store. */
export function createWorkingSet(store: Pick<Store, 'changesOf'>): WorkingSet {
  const logs = new Map<string, Change[]>()
  const known = new Map<string, number>()
  const settled = new Map<string, Subject | undefined>()
  const touched = new Set<string>()
  const made: Change[] = []

  function logOf(id: string): Change[] {
    const begun = logs.get(id)
    if (begun) return begun
    const log = [...store.changesOf(id)]
    logs.set(id, log)
    known.set(id, log.length)
    return log
  }

  function subject(id: string): Subject | undefined {
    if (!settled.has(id)) {
      const log = logOf(id)
      settled.set(id, log.length === 0 ? undefined : settle(log))
    }
    return settled.get(id)
  }

  return {
    changesOf: logOf,
    subject,
    before(id) {
      const log = logOf(id).slice(0, known.get(id))
      return log.length === 0 ? undefined : settle(log)
    },
    add(changes) {
      for (const change of changes) {
        logOf(change.subject).push(change)
        settled.delete(change.subject)
        touched.add(change.subject)
        made.push(change)
      }
    },
    made: () => made,
    projections: () =>
      [...touched].flatMap((id) => {
        const current = subject(id)
        return current ? [project(current, authorOf(logOf(id)))] : []
      }),
    touched: () => [...touched],
  }
}

/** Who began a subject: the author of its earliest change. */
export function authorOf(changes: readonly Change[]): string {
  let first = changes[0]
  for (const change of changes) if (first && change.id < first.id) first = change
  return first?.author ?? ''
}
