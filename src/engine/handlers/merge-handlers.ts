import { arrivalsOf, arrivingFrom } from '../../core/merge/arrivals.ts'
import { arrivalDetails } from '../../core/merge/arrival-details.ts'
import type { Change } from '../../core/history/change.ts'
import { puttingBack } from '../../core/merge/lost-text.ts'
import type { MergePlan } from '../../core/merge/plan.ts'
import { clientIdOf } from '../../core/rich-text/client-id.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import type { MergeLine } from '../../ipc/merges.ts'
import { mergeMark, setText, textMark } from '../merges/marks.ts'
import type { MergeRecord } from '../merges/merge-record.ts'
import type { Opened, Session } from '../session.ts'
import { listToSettle } from '../settling/to-settle.ts'
import type { Workspace } from '../workspace.ts'
import { mergeFilesInSteps } from '../workspace-file.ts'
import type { Handlers } from './handlers.ts'

type Names = Extract<keyof Handlers, `merge.${string}` | `settle.${string}` | 'task.cancel'>

/** Looking at merges before and after they are done, taking them back, and settling what they left open. */
export function mergeHandlers(session: Session): Pick<Handlers, Names> {
  return {
    async 'merge.preview'({ paths }) {
      const current = session.current()
      if (!current.ok) return current
      current.value.edits.seal()
      const planned = await mergeWithProgress(session, current.value, paths, true)
      if (!planned.ok) return planned
      const { report, changes, arrivals } = planned.value
      current.value.preview = planned.value
      return done({ report, arrivals, by: arrivingFrom(changes) })
    },
    async 'merge.list'() {
      const current = session.current()
      return current.ok ? done((await current.value.merges.list()).map(lineOf)) : current
    },
    async 'merge.arrivals'({ merge }) {
      const found = await findMerge(session, merge)
      if (!found.ok) return found
      const { record, workspace } = found.value
      const changes = workspace.store.changesNamed(record.changes)
      return done(arrivalsOf(changes, knownBefore(workspace, record)))
    },
    async 'merge.details'({ merge, id }) {
      if (merge === null) return previewDetails(session, id)
      const found = await findMerge(session, merge)
      if (!found.ok) return found
      const { record, workspace } = found.value
      const own = new Set(record.changes)
      const more = workspace.store.changesOf(id).filter((change) => own.has(change.id))
      return detailsOf(id, knownBefore(workspace, record)(id), more)
    },
    async 'merge.undo'({ merge }) {
      const current = session.writable()
      if (!current.ok) return current
      const found = await findMerge(session, merge)
      if (!found.ok) return found
      const { record, workspace } = found.value
      if (record.undone !== null) return refused({ code: 'nothing-to-undo' })
      current.value.edits.seal()
      const changes = workspace.undoMerge(record, mergeMark(merge))
      if (changes === 0) return refused({ code: 'nothing-to-undo' })
      await current.value.merges.change(merge, (kept) => ({ ...kept, undone: workspace.ports.nowMillis() }))
      return done({ changes })
    },
    async 'settle.list'() {
      const current = session.current()
      if (!current.ok) return current
      const { workspace, settling, merges } = current.value
      return done(listToSettle(workspace, settling.contested, await merges.list()))
    },
    async 'settle.text'({ merge, index, state }) {
      const current = session.writable()
      if (!current.ok) return current
      const found = await findMerge(session, merge)
      const lost = found.ok ? found.value.record.swallowed[index] : undefined
      if (!lost) return refused({ code: 'unknown-record', id: merge })
      if (state === 'back') {
        const put = putTextBack(current.value, lost, textMark(merge, index))
        if (!put.ok) return put
      }
      await setText(current.value, merge, index, state)
      return done(null)
    },
    'task.cancel'({ task }) {
      session.callOff(task)
      return done(null)
    },
  }
}

/** Merges copies or looks at what that would bring; tells how far it is, gives others their turn, and can be called off. */
export async function mergeWithProgress(
  session: Session,
  opened: Opened,
  paths: readonly string[],
  dryRun: boolean,
): Promise<Outcome<MergePlan>> {
  session.isCalledOff('merge')
  opened.preview = undefined
  return mergeFilesInSteps(session.environment, opened.workspace, paths, {
    dryRun,
    file: opened.file,
    async goOn(steps, total) {
      session.report('merge', steps, total)
      await new Promise(setImmediate)
      return !session.isCalledOff('merge')
    },
  })
}

function lineOf({ id, at, how, from, by, report, swallowed, undone }: MergeRecord): MergeLine {
  const open = swallowed.filter(({ state }) => state === 'open').length
  return { id, at, how, from, by, report, swallowed: swallowed.length, open, undone }
}

async function findMerge(
  session: Session,
  id: string,
): Promise<Outcome<{ readonly record: MergeRecord; readonly workspace: Workspace }>> {
  const current = session.current()
  if (!current.ok) return current
  const record = await current.value.merges.find(id)
  return record ? done({ record, workspace: current.value.workspace }) : refused({ code: 'unknown-record', id })
}

/** What was known of a subject when a merge came: neither of the merge itself, nor made since. */
function knownBefore({ store }: Workspace, { changes, upTo }: MergeRecord): (subject: string) => readonly Change[] {
  const own = new Set(changes)
  return (subject) => store.changesOf(subject).filter(({ id }) => id <= upTo && !own.has(id))
}

function previewDetails(session: Session, id: string): ReturnType<typeof detailsOf> {
  const current = session.current()
  if (!current.ok) return current
  const { preview, workspace } = current.value
  return detailsOf(id, workspace.store.changesOf(id), preview?.changes.filter(({ subject }) => subject === id) ?? [])
}

function detailsOf(
  id: string,
  known: readonly Change[],
  more: readonly Change[],
): Outcome<ReturnType<typeof arrivalDetails>> {
  return more.length === 0 ? refused({ code: 'unknown-record', id }) : done(arrivalDetails(known, more))
}

function putTextBack(opened: Opened, lost: MergeRecord['swallowed'][number], mark: string): Outcome<null> {
  const { workspace, edits } = opened
  edits.seal()
  const subject = workspace.subject(lost.id)
  const client = clientIdOf(workspace.clock.next())
  const change = subject && puttingBack(subject, lost, lost.text, client, workspace.acting())
  if (!change) return refused({ code: 'unknown-record', id: lost.id })
  const work = workspace.work()
  work.add([change])
  workspace.commit(work, 'undo', { mark })
  return done(null)
}
