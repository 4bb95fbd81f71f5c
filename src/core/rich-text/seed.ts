import * as Y from 'yjs'
import { clientIdOf } from './client-id.ts'
import { openDocument } from './open-document.ts'
import { createElement, NODE, rootOf } from './shape.ts'

/**
 * The update that every copy of a field begins with: one empty paragraph, byte for byte the same everywhere.
 *
 * Without it, two people who each write into a field that was empty would have two first paragraphs after a merge. The
 * paragraph holds its text container already, for the same reason.
 */
export function seedOf(subject: string, field: string, locale: string): Uint8Array {
  const doc = new Y.Doc({ guid: '' })
  doc.clientID = clientIdOf(`${subject}\n${field}\n${locale}`)
  const paragraph = createElement(NODE.block)
  paragraph.insert(0, [new Y.XmlText()])
  rootOf(doc).insert(0, [paragraph])
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/**
 * The whole state of a field: its seed and every edit, in any order, each as often as one likes. An edit whose
 * predecessors are missing waits inside the state and takes effect when they come.
 *
 * @throws UnreadableRichText with the index of the edit that is damaged
 */
export function stateOf(subject: string, field: string, locale: string, updates: readonly Uint8Array[]): Uint8Array {
  const doc = openDocument(updates)
  Y.applyUpdate(doc, seedOf(subject, field, locale))
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}
