import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isEditable } from '../../core/rich-text/editable.ts'
import { openDocument } from '../../core/rich-text/open-document.ts'
import { seedOf } from '../../core/rich-text/seed.ts'
import { UnreadableRichText } from '../../core/rich-text/unreadable.ts'
import { MERGE_ORIGIN } from './bind-yjs.ts'

/** Names the rich text of one field in one language. */
export type DocKey = { readonly subject: string; readonly field: string; readonly locale: string }

/** Whether a text can be written here, only read (it holds what a newer version made), or not even that. */
export type Condition = 'editable' | 'newer' | 'unreadable'

/** One field's document as long as it is on screen. */
export type Session = {
  readonly doc: Y.Doc
  readonly condition: StoreApi<Condition>
  /** Takes in what others wrote. What is known already changes nothing. */
  readonly takeIn: (update: Uint8Array) => void
}

/** Opens a field's document from its state; without one, the field is empty. */
export function openSession(key: DocKey, state: Uint8Array | undefined): Session {
  const doc = new Y.Doc({ guid: '' })
  const condition = createStore<Condition>()(() => 'editable')
  Y.applyUpdate(doc, seedOf(key.subject, key.field, key.locale), MERGE_ORIGIN)
  const session: Session = {
    doc,
    condition,
    takeIn(update) {
      if (!bringsNews(doc, update)) return
      const outcome = conditionWith(doc, update)
      if (outcome === 'unreadable') {
        if (condition.getState() === 'editable' && doc.store.clients.size <= 1) condition.setState('unreadable', true)
        return
      }
      // First, so that no editor is bound any more to what it cannot hold.
      if (outcome === 'newer') condition.setState('newer', true)
      Y.applyUpdate(doc, update, MERGE_ORIGIN)
    },
  }
  if (state) session.takeIn(state)
  return session
}

/** Whether an update holds items that the document does not; a cheap look, since every answer brings the whole state. */
function bringsNews(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    const known = Y.decodeStateVector(Y.encodeStateVector(doc))
    const theirs = Y.parseUpdateMeta(update)
    const hasDeletions = Y.decodeUpdate(update).ds.clients.size > 0
    return hasDeletions || [...theirs.to].some(([client, clock]) => clock > (known.get(client) ?? 0))
  } catch {
    return true
  }
}

function conditionWith(doc: Y.Doc, update: Uint8Array): Condition {
  try {
    const probe = openDocument([Y.encodeStateAsUpdate(doc), update])
    const outcome = isEditable(probe) ? 'editable' : 'newer'
    probe.destroy()
    return outcome
  } catch (error) {
    if (error instanceof UnreadableRichText) return 'unreadable'
    throw error
  }
}
