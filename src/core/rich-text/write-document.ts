import * as Y from 'yjs'
import { canonicalJson } from '../model/json.ts'
import { clientIdOf } from './client-id.ts'
import type { RichDocument } from './document.ts'
import { normalDocument } from './normal-document.ts'
import { openDocument, updateFrom } from './open-document.ts'
import { documentIn } from './read-document.ts'
import { rewrite } from './rewrite.ts'
import { seedOf } from './seed.ts'
import { rootOf } from './shape.ts'

/** The update that changes nothing. */
const NOTHING = new Uint8Array([0, 0])

/**
 * The update that, on top of a field's seed, makes the field hold `doc`. The same input gives the same bytes, so that
 * two people who import the same source apart have one text after a merge.
 *
 * @param clientId any number; the content is mixed into it, so that another content never passes for this one
 */
export function writeDocument(
  subject: string,
  field: string,
  locale: string,
  doc: RichDocument,
  clientId: number,
): Uint8Array {
  const update = rewriteDocument(seedOf(subject, field, locale), doc, clientId) ?? NOTHING
  if (update !== NOTHING) written.set(update, normalDocument(doc))
  return update
}

/** What each update that wrote a whole document says, for as long as anybody holds the update. */
const written = new WeakMap<Uint8Array, RichDocument>()

/**
 * What a field holds whose only edit is this update, where this run wrote it: an import need not read back what it has
 * just written. Undefined for every other update.
 */
export function documentWrittenBy(update: Uint8Array): RichDocument | undefined {
  return written.get(update)
}

/**
 * The update that turns a field's state into `doc` with few edits; null where it says the same already. Equal blocks
 * are kept. The same state, document and number give the same bytes.
 *
 * @throws UnreadableRichText where the state is damaged
 */
export function rewriteDocument(state: Uint8Array, doc: RichDocument, clientId: number): Uint8Array | null {
  const wanted = canonicalJson(normalDocument(doc))
  const open = openDocument([state])
  const isSame = canonicalJson(documentIn(rootOf(open))) === wanted
  // An id in Yjs must never stand for two things: hence the content, and the past it builds on, are part of it.
  const update = isSame
    ? null
    : updateFrom(open, clientIdOf(`${clientId}\n${pastOf(open)}\n${wanted}`), () => rewrite(open, doc))
  open.destroy()
  return update
}

/** What a document has seen, in a form that does not depend on the order in which it saw it. */
export function pastOf(doc: Y.Doc): string {
  const { sv, ds } = Y.snapshot(doc)
  const byClient = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b
  const deleted = [...ds.clients].map(
    ([client, ranges]) => [client, ranges.map((range) => [range.clock, range.len])] as const,
  )
  return JSON.stringify([[...sv].sort(byClient), deleted.sort(byClient)])
}
