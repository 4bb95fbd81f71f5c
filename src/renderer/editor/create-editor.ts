import { createEditor, type LexicalEditor } from 'lexical'
import { recoverFrom } from './bind-yjs.ts'
import { EDITOR_NODES } from './nodes/editor-nodes.ts'

const THEME = {
  link: 'link',
  table: 'table',
  tableScrollableWrapper: 'table-frame',
  tableCell: 'cell',
  tableCellHeader: 'cell-header',
  tableCellSelected: 'cell-selected',
  tableSelection: 'table-selected',
  text: {
    bold: 'text-bold',
    italic: 'text-italic',
    underline: 'text-underline',
    strikethrough: 'text-strike',
    underlineStrikethrough: 'text-underline-strike',
    code: 'text-code',
    subscript: 'text-subscript',
    superscript: 'text-superscript',
  },
}

/** Makes an editor for one field. What it shows comes with `bindYjs`. */
export function createFieldEditor(): LexicalEditor {
  const editor = createEditor({
    namespace: 'field',
    nodes: EDITOR_NODES,
    theme: THEME,
    onError: (error) => {
      // A bug, not a person's doing: it is logged with all others, and the text stays as it was before the step.
      if (!recoverFrom(editor)) reportError(error)
    },
  })
  return editor
}
