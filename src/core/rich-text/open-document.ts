import * as Y from 'yjs'
import { UnreadableRichText } from './unreadable.ts'

/**
 * Opens the Yjs document that a set of updates makes, whatever their order. The caller destroys it.
 *
 * @throws UnreadableRichText where one of the updates is damaged; Yjs itself throws a dozen different errors there
 */
export function openDocument(updates: readonly Uint8Array[]): Y.Doc {
  // Yjs would draw a random name for each document, at the price of a call to the system; ours have no use for names.
  const doc = new Y.Doc({ guid: '' })
  updates.forEach((update, index) => {
    try {
      // Decoding reads lazily to the end first: counts that the bytes do not hold fail here, before memory is set aside.
      Y.decodeUpdate(update)
      Y.applyUpdate(doc, update)
    } catch (cause) {
      doc.destroy()
      throw new UnreadableRichText(index, cause)
    }
  })
  return doc
}

/** Runs one step on a document and returns only what it added, as an update; null where it changed nothing. */
export function updateFrom(doc: Y.Doc, clientId: number, step: () => void): Uint8Array | null {
  doc.clientID = clientId
  let made: Uint8Array | null = null
  const keep = (update: Uint8Array) => {
    made = update
  }
  doc.on('update', keep)
  doc.transact(step)
  doc.off('update', keep)
  return made
}
