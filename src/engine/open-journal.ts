import { type Change, fieldKey } from '../core/history/change.ts'
import { richState } from '../core/history/project.ts'
import { makeChange } from '../core/history/steps.ts'
import { addsSomething, isReadableEdit, mergeEdits } from '../core/rich-text/merge-edits.ts'
import type { EngineEnvironment } from './environment.ts'
import { openJournal } from './file/journal.ts'
import type { Workspace } from './workspace.ts'

/** The journal of the open workspace. */
export type OpenJournal = {
  readonly append: (changes: readonly Change[]) => void
  readonly flush: () => void
  /** Marks what the journal holds now; `savedUpTo(mark)` drops it once a save has verified. */
  readonly mark: () => number
  readonly savedUpTo: (mark: number) => void
  /** Brings back what journals hold and the file does not; returns how many changes came back. */
  readonly recover: () => number
  readonly close: () => void
}

/**
 * Opens the journal of a workspace.
 *
 * A journal that cannot be written (its own disk is full) must not stop anybody from working: the file is saved all
 * the same, and the save state says what is safe.
 */
export function openWorkspaceJournal(environment: EngineEnvironment, workspace: Workspace): OpenJournal {
  const journal = openJournal(environment.fs, environment.journalFolder, workspace.store.header.id, environment.run)
  return {
    append: (changes) => void journal.append(changes),
    flush: () => void journal.flush(),
    mark: () => journal.mark(),
    savedUpTo: (mark) => journal.clearUpTo(mark),
    recover() {
      const replayed = journal.replay()
      const count = recoverChanges(workspace, replayed.changes)
      journal.adopt(replayed)
      return count
    },
    close: () => journal.close(),
  }
}

/**
 * Puts journalled changes into the log. Pieces of typing become one change per field, and none where the file had them
 * already inside the change they were sealed into.
 */
export function recoverChanges(workspace: Workspace, journalled: readonly Change[]): number {
  const missing = new Set(workspace.store.missing(journalled.map((change) => change.id)))
  const lost = journalled.filter((change) => missing.has(change.id))
  const whole = lost.filter((change) => change.op !== 'edit')
  workspace.absorb(whole, 'import')
  const pieces = lost.filter((change) => change.op === 'edit' && change.value instanceof Uint8Array && isReadableEdit(change.value))
  const byField = Map.groupBy(pieces, (piece) => `${piece.subject}\n${fieldKey(piece.field, piece.locale)}`)
  let recovered = whole.length
  for (const [, typed] of byField) {
    const first = typed[0]
    if (!first) continue
    const update = mergeEdits(typed.map((piece) => piece.value as Uint8Array))
    const subject = workspace.subject(first.subject)
    const state = richState(subject ?? { id: first.subject, edits: new Map() }, first.field, first.locale)
    if (!addsSomething(state, update)) continue
    const { field, locale, kind, author, at } = first
    const acting = { ...workspace.acting(), author, at }
    workspace.absorb([makeChange({ id: first.subject, kind }, { field, locale, op: 'edit', value: update, replaces: [] }, acting)], 'import')
    recovered += 1
  }
  return recovered
}
