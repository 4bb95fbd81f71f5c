import { createHeadlessEditor } from '@lexical/headless'
import type { LexicalEditor } from 'lexical'
import * as Y from 'yjs'
import type { RichDocument } from '../../../src/core/rich-text/document.ts'
import { bindYjs, MERGE_ORIGIN, recoverFrom } from '../../../src/renderer/editor/bind-yjs.ts'
import { EDITOR_NODES } from '../../../src/renderer/editor/nodes/editor-nodes.ts'
import { $readEditor } from '../../../src/renderer/editor/read-nodes.ts'

/** An editor without a window, bound to a document as the real one is. */
export type Copy = {
  readonly editor: LexicalEditor
  readonly doc: Y.Doc
  /** Updates the editor itself made. */
  readonly made: Uint8Array[]
  readonly edit: (step: () => void) => void
  readonly merge: (update: Uint8Array) => void
  readonly state: () => Uint8Array
  readonly read: () => RichDocument
  readonly close: () => void
}

/** Opens a state in an editor; `clientId` makes the session repeatable. */
export function openHeadless(
  state: Uint8Array,
  clientId: number,
  prepare: (editor: LexicalEditor) => void = () => {},
): Copy {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state, MERGE_ORIGIN)
  doc.clientID = clientId
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== MERGE_ORIGIN) made.push(update)
  })
  const editor: LexicalEditor = createHeadlessEditor({
    namespace: 'test',
    nodes: EDITOR_NODES,
    onError: (error) => {
      if (!recoverFrom(editor)) throw error
    },
  })
  prepare(editor)
  const unbind = bindYjs(editor, doc)
  const settle = () => editor.update(() => {}, { discrete: true })
  return {
    editor,
    doc,
    made,
    edit(step) {
      editor.update(step, { discrete: true })
      settle()
    },
    merge(update) {
      Y.applyUpdate(doc, update, MERGE_ORIGIN)
      settle()
    },
    state: () => Y.encodeStateAsUpdate(doc),
    read: () => editor.getEditorState().read(() => $readEditor()),
    close() {
      unbind()
      doc.destroy()
    },
  }
}
