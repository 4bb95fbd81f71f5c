import * as Y from 'yjs'
import type { RichDocument } from './document.ts'
import { openDocument } from './open-document.ts'
import { documentIn } from './read-document.ts'
import { seedOf } from './seed.ts'
import { rootOf } from './shape.ts'

/**
 * What a field said after each of several steps, each a list of edits on top of all before it. The document is opened
 * once, however many steps there are. Edits that cannot be read are passed over.
 */
export function documentsAlong(
  subject: string,
  field: string,
  locale: string,
  steps: readonly (readonly Uint8Array[])[],
): readonly RichDocument[] {
  const doc = openDocument([seedOf(subject, field, locale)])
  const documents = steps.map((edits) => {
    for (const edit of edits) applyReadable(doc, edit)
    return documentIn(rootOf(doc))
  })
  doc.destroy()
  return documents
}

function applyReadable(doc: Y.Doc, edit: Uint8Array): void {
  try {
    Y.decodeUpdate(edit)
    Y.applyUpdate(doc, edit)
  } catch {
    // Yjs throws a dozen different errors at bytes from a damaged copy; the rest of the text is shown.
  }
}
