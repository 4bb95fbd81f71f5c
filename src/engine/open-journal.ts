import { type Change, fieldKey } from '../core/history/change.ts'
import { richState } from '../core/history/project.ts'
import { makeChange } from '../core/history/steps.ts'
import { addsSomething, isReadableEdit, mergeEdits } from '../core/rich-text/merge-edits.ts'
import type { EngineEnvironment } from './environment.ts'
import { type Journal, openJournal } from './file/journal.ts'
import type { Workspace } from './workspace.ts'

/** What a piece of typing is called in the journal, where the change that it is sealed into may stand beside it. */
const TYPED = 'typed'

/** A piece of typing as the journal keeps it, until it is sealed into a change of the log. */
export function asTyped(piece: Change): Change {
  return { ...piece, op: TYPED }
}

/** Opens the journal of an open workspace, for this run of the program. */
export function openWorkspaceJournal(environment: EngineEnvironment, workspace: Workspace): Journal {
  return openJournal(environment.host, environment.journalFolder, workspace.store.header.id, workspace.clock.actor)
}

/** How much came back from journals. */
export type Recovered = { readonly changes: number; readonly records: number }

/** Nothing did. */
export const NOTHING_RECOVERED: Recovered = { changes: 0, records: 0 }

/**
 * Brings back what journals hold and the file does not.
 *
 * @param settle whether it can be saved: only then are the journals taken over. Of a file that cannot be written to, what
 *   waits in them is shown, and stays where it is.
 */
export async function recoverFrom(
  journal: Journal,
  workspace: Workspace,
  { settle: isSettled }: { readonly settle: boolean },
): Promise<Recovered> {
  const replay = await journal.replay()
  const subjects = recoverChanges(workspace, replay.changes)
  if (!isSettled) return recovered(subjects)
  journal.adopt(replay)
  // Killed after a save, before the journal was cleared: there is nothing left to save that would clear it.
  if (subjects.length === 0) await journal.clearUpTo(journal.mark())
  return recovered(subjects)
}

function recovered(subjects: readonly string[]): Recovered {
  return { changes: subjects.length, records: new Set(subjects).size }
}

/**
 * Puts journalled changes into the log under the names they had, so that a deletion has seen what it had seen. Pieces of
 * typing become one change per field, and none where the change they were sealed into is there. Answers with the subject
 * of each change that came back.
 */
function recoverChanges(workspace: Workspace, journalled: readonly Change[]): readonly string[] {
  // The names of pieces are used up too, although the log never sees them.
  for (const change of journalled) workspace.clock.observe(change.id)
  const changes = journalled.filter((change) => change.op !== TYPED)
  const missing = new Set(workspace.store.missing(changes.map((change) => change.id)))
  const whole = changes.filter((change) => missing.has(change.id))
  workspace.absorb(whole, 'import')
  const pieces = journalled.filter(
    (change) => change.op === TYPED && change.value instanceof Uint8Array && isReadableEdit(change.value),
  )
  const byField = Map.groupBy(pieces, (piece) => `${piece.subject}\n${fieldKey(piece.field, piece.locale)}`)
  const subjects = whole.map(({ subject }) => subject)
  for (const [, typed] of byField) {
    const first = typed[0]
    if (!first) continue
    const update = mergeEdits(typed.map((piece) => piece.value as Uint8Array))
    const subject = workspace.subject(first.subject)
    const state = richState(subject ?? { id: first.subject, edits: new Map() }, first.field, first.locale)
    if (!addsSomething(state, update)) continue
    const { field, locale, kind, author, at } = first
    const acting = { ...workspace.acting(), author, at }
    workspace.absorb(
      [makeChange({ id: first.subject, kind }, { field, locale, op: 'edit', value: update, replaces: [] }, acting)],
      'import',
    )
    subjects.push(first.subject)
  }
  return subjects
}
