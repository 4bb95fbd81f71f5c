import { isRecordKind } from '../core/model/kinds.ts'
import { pendingSdgs, pendingThemes } from '../core/suggest/pending.ts'
import type { ReviewQueue } from '../ipc/shapes.ts'
import type { Session } from './session.ts'
import { suggestForRecord } from './suggest.ts'
import type { Workspace } from './workspace.ts'

/** How long records are read at a stretch before anyone else gets a turn. */
const SLICE_MS = 40

/**
 * The records among some, or among all, that have suggestions nobody has decided about. Goes through them in short
 * stretches and tells how far it is; called off, it answers with what it has found until then.
 */
export async function reviewQueue(
  session: Session,
  workspace: Workspace,
  wanted: readonly string[] | null,
): Promise<ReviewQueue> {
  const ids = wanted ?? workspace.store.cards().map(({ id }) => id)
  const found: string[] = []
  let tags = 0
  let paused = performance.now()
  session.isCalledOff('suggest')
  for (const [index, id] of ids.entries()) {
    const pending = pendingCount(workspace, id)
    if (pending > 0) found.push(id)
    tags += pending
    if (performance.now() - paused < SLICE_MS) continue
    session.report('suggest', index + 1, ids.length)
    await new Promise(setImmediate)
    if (session.isCalledOff('suggest')) return { ids: found, tags, complete: false }
    paused = performance.now()
  }
  return { ids: found, tags, complete: true }
}

function pendingCount(workspace: Workspace, id: string): number {
  const card = workspace.store.card(id)
  if (!card || card.deleted || !isRecordKind(card.kind)) return 0
  const suggested = suggestForRecord(workspace, id, undefined)
  const subject = workspace.subject(id)
  if (!suggested || !subject) return 0
  const keys = (field: string) => new Set((subject.sets.get(field) ?? []).map(({ key }) => key))
  const decided = (field: string) => ({ tagged: keys(field), rejected: keys(`${field}Rejected`) })
  return pendingSdgs(suggested, decided('sdgs')).length + pendingThemes(suggested, decided('themes')).length
}
