import type { Change } from '../history/change.ts'
import { richState } from '../history/project.ts'
import { settle, type Subject } from '../history/settle.ts'
import { isRecordKind } from '../model/kinds.ts'
import type { MergeReport } from '../model/view.ts'
import { type Arrival, arrivalOf, newlyContested } from './arrivals.ts'
import { swallowedText } from './swallowed-text.ts'

/** What a merge would do: the changes to add, what they do to each thing, and what a person is told of it. */
export type MergePlan = {
  readonly changes: readonly Change[]
  readonly arrivals: readonly Arrival[]
  readonly report: MergeReport
}

/** Reads all changes of one subject from one copy. */
export type ChangesOf = (subject: string) => readonly Change[]

/**
 * Plans the union of our changes and theirs. Pure: nothing is changed, and the same two sets give the same plan
 * whoever merges, in whatever order.
 *
 * @param arriving the changes that we do not have, each once
 * @param theirs the copies that they come from, each for itself: text may be lost between two of them too
 */
export function planMerge(arriving: readonly Change[], ours: ChangesOf, theirs: readonly ChangesOf[]): MergePlan {
  const steps = planInSteps(arriving, ours, theirs)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, giving way after each subject with how many are done and how many there are. */
export function* planInSteps(
  arriving: readonly Change[],
  ours: ChangesOf,
  theirs: readonly ChangesOf[],
): Generator<readonly [done: number, total: number], MergePlan, void> {
  const bySubject = Map.groupBy(arriving, (change) => change.subject)
  const records = { new: 0, changed: 0, deleted: 0 }
  const arrivals: Arrival[] = []
  const contested: MergeReport['contested'][number][] = []
  const swallowed: MergeReport['swallowed'][number][] = []
  for (const [id, more] of [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = ours(id)
    const before = known.length === 0 ? undefined : settle(known)
    const after = settle([...known, ...more])
    const arrival = arrivalOf(before, after, more.length)
    arrivals.push(arrival)
    if (isRecordKind(after.kind) || after.kind === 'brief') records[arrival.fate] += 1
    contested.push(...contestedIn(before, after))
    if (more.some((change) => change.op === 'edit')) {
      const copies = [known, ...theirs.map((changesOf) => changesOf(id))].filter((changes) => changes.length > 0)
      swallowed.push(...swallowedAmong(copies.map(settle)))
    }
    yield [arrivals.length, bySubject.size]
  }
  const changes = [...arriving].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    changes,
    arrivals,
    report: { changes: changes.length, records, contested, swallowed, unchanged: changes.length === 0 },
  }
}

function contestedIn(before: Subject | undefined, after: Subject): MergeReport['contested'] {
  return newlyContested(before, after).map((key) => {
    const [field = '', locale = ''] = key.split(':')
    return { id: after.id, field, locale }
  })
}

/** Text that one copy has and a structural edit in another one drops, for every two copies and in both directions. */
function swallowedAmong(copies: readonly Subject[]): MergeReport['swallowed'] {
  const keys = [...new Set(copies.flatMap((copy) => [...copy.edits.keys()]))].sort()
  return keys.flatMap((key) => {
    const [field = '', locale = ''] = key.split(':')
    const written = copies.filter((copy) => copy.edits.has(key))
    if (written.length < 2) return []
    const states = written.map((copy) => richState(copy, field, locale))
    // What several copies have and one of the others drops is one loss.
    const lost = states.flatMap((mine) => states.flatMap((other) => (mine === other ? [] : swallowedText(mine, other))))
    return [...new Set(lost)].map((text) => ({ id: copies[0]?.id ?? '', field, locale, text }))
  })
}
