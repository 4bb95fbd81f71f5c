import * as Y from 'yjs'
import { openDocument } from './open-document.ts'
import { UnreadableRichText } from './unreadable.ts'

/** One update that does what several do. */
export function mergeEdits(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates])
}

/** Whether bytes are a Yjs update at all. */
export function isReadableEdit(update: Uint8Array): boolean {
  try {
    openDocument([update]).destroy()
    return true
  } catch (error) {
    if (error instanceof UnreadableRichText) return false
    throw error
  }
}

/** Whether an update wrote what stands at a place: a client's number, and the clock at which it wrote there. */
export function hasWritten(update: Uint8Array, place: { readonly client: number; readonly clock: number }): boolean {
  return Y.decodeUpdate(update).structs.some((struct) => {
    const { client, clock } = struct.id
    const isThere = client === place.client && clock <= place.clock && place.clock < clock + struct.length
    return isThere && !(struct instanceof Y.Skip)
  })
}

/**
 * Whether an update brings anything that a state does not have: what a journal replays may be in the file already. What
 * has to wait for an update that is missing is something too.
 */
export function addsSomething(state: Uint8Array, update: Uint8Array): boolean {
  const doc = openDocument([state])
  const waitedBefore = isWaiting(doc)
  let added = false
  doc.on('update', () => {
    added = true
  })
  Y.applyUpdate(doc, update)
  const waits = isWaiting(doc) && !waitedBefore
  doc.destroy()
  return added || waits
}

function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}
