import { type Change, fieldKey } from '../core/history/change.ts'
import { makeChange } from '../core/history/steps.ts'
import { mergeEdits } from '../core/rich-text/merge-edits.ts'
import type { Workspace } from './workspace.ts'

/**
 * Keeps what is being typed apart from the log until a pause: the keystrokes of one sitting become one change, not
 * hundreds. Each piece is handed to the journal at once, so that nothing depends on the pause.
 */
export type EditBuffer = {
  /** Takes one piece of typing; returns it as the change that goes into the journal. */
  readonly add: (piece: Piece) => Change
  /** What is typed and not yet in the log, of one subject. */
  readonly pendingOf: (subject: string) => readonly Change[]
  /** Makes one change of each field's pieces and puts them into the log; of one subject, or of all. */
  readonly seal: (subject?: string) => void
  readonly isEmpty: () => boolean
}

/** A Yjs update of one rich field. */
export type Piece = {
  readonly subject: string
  readonly kind: string
  readonly field: string
  readonly locale: string
  readonly update: Uint8Array
}

/** Makes the buffer of one open workspace. */
export function createEditBuffer(workspace: Workspace): EditBuffer {
  const pending = new Map<string, Change[]>()
  return {
    add(piece) {
      const { subject, kind, field, locale, update } = piece
      const change = makeChange(
        { id: subject, kind },
        { field, locale, op: 'edit', value: update, replaces: [] },
        workspace.acting(),
      )
      const key = `${subject}\n${fieldKey(field, locale)}`
      pending.set(key, [...(pending.get(key) ?? []), change])
      return change
    },
    pendingOf: (subject) => [...pending.values()].flat().filter((change) => change.subject === subject),
    seal(subject) {
      const work = workspace.work()
      for (const [key, pieces] of pending) {
        const first = pieces[0]
        if (!first || (subject !== undefined && first.subject !== subject)) continue
        pending.delete(key)
        work.add([sealed(workspace, pieces)])
      }
      // What is typed is taken back by the editor itself.
      workspace.commit(work, 'step', { undoable: false })
    },
    isEmpty: () => pending.size === 0,
  }
}

/** One change that does what all the pieces do. Replaying the pieces on top of it later changes nothing more. */
function sealed(workspace: Workspace, pieces: readonly Change[]): Change {
  const last = pieces.at(-1)
  if (!last) throw new Error('nothing to seal')
  const value = mergeEdits(pieces.flatMap((piece) => (piece.value instanceof Uint8Array ? [piece.value] : [])))
  return { ...last, id: workspace.clock.next(), value }
}
