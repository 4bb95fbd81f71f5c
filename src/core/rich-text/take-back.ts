import * as Y from 'yjs'
import { isReadableEdit } from './merge-edits.ts'
import { seedOf } from './seed.ts'
import { rootOf } from './shape.ts'

/** One edit of a field, and whether it is to be taken back. */
export type TakenBack = { readonly update: Uint8Array; readonly takenBack: boolean }

/**
 * The update that takes some edits of a field back and leaves all others as they are: what those edits put in goes, what
 * they took away returns to its place, and what anybody has written before, beside or after them stays. Null where
 * nothing of them is left to take back.
 *
 * @param edits every edit of the field in stamp order, which never puts an edit before one that its author had seen;
 *   those that cannot be read are passed over
 * @param clientId never used before: the update writes under this name
 */
export function takeBackEdits(
  subject: string,
  field: string,
  locale: string,
  edits: readonly TakenBack[],
  clientId: number,
): Uint8Array | null {
  // Deleted content is kept, since it may have to return.
  const doc = new Y.Doc({ guid: '', gc: false })
  Y.applyUpdate(doc, seedOf(subject, field, locale))
  const undo = new Y.UndoManager(rootOf(doc), { captureTimeout: 0, trackedOrigins: new Set([TAKEN_BACK]) })
  for (const { update, takenBack } of edits) {
    if (isReadableEdit(update)) Y.applyUpdate(doc, update, takenBack ? TAKEN_BACK : undefined)
  }
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  doc.clientID = clientId
  while (undo.canUndo()) undo.undo()
  doc.destroy()
  return made.length === 0 ? null : Y.mergeUpdates(made)
}

const TAKEN_BACK = Symbol('taken back')
