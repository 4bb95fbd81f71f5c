import { createHash } from 'node:crypto'
import type { Change } from '../../src/core/history/change.ts'
import { createClock } from '../../src/core/history/clock.ts'
import { settle, type Subject } from '../../src/core/history/settle.ts'
import { type Acting, changesFor } from '../../src/core/history/steps.ts'
import type { FieldStep } from '../../src/core/model/view.ts'

/** One person's copy of a workspace in the pure model: a log, a clock that may be wrong, and nothing else. */
export type Replica = {
  readonly author: string
  readonly log: Map<string, Change>
  /** Takes steps on a subject and returns the changes; throws where they are refused. */
  readonly act: (subject: string, kind: string, steps: readonly FieldStep[]) => readonly Change[]
  readonly acting: () => Acting
  readonly changesOf: (subject: string) => readonly Change[]
  readonly subject: (id: string) => Subject | undefined
  /** Takes in what another copy has. */
  readonly meet: (changes: Iterable<Change>) => void
}

/** Makes a replica with a clock of its own. `now` is read at every step. */
export function createReplica(author: string, now: () => number): Replica {
  const actor = createHash('sha256').update(author).digest('hex').slice(0, 16)
  const clock = createClock(actor, now)
  const log = new Map<string, Change>()
  const changesOf = (subject: string) => [...log.values()].filter((change) => change.subject === subject)
  const subjectOf = (id: string) => {
    const changes = changesOf(id)
    return changes.length === 0 ? undefined : settle(changes)
  }
  const acting = () => ({ clock, author, at: now() })
  return {
    author,
    log,
    acting,
    changesOf,
    subject: subjectOf,
    act(id, kind, steps) {
      const made = changesFor({ id, kind, subject: subjectOf(id) }, steps, acting())
      if (!made.ok) throw new Error(JSON.stringify(made.problem))
      for (const change of made.value) log.set(change.id, change)
      return made.value
    },
    meet(changes) {
      for (const change of changes) {
        clock.observe(change.id)
        log.set(change.id, change)
      }
    },
  }
}
