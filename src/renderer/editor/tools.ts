import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical'
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareText,
  Quote,
  Table,
  Underline,
} from 'lucide-react'
import { UNDO_STEP_COMMAND } from './bind-yjs.ts'
import { $toggleKind } from './block-commands.ts'
import { $createNoteNode } from './nodes/note-node.tsx'
import { openNote } from './open-note.ts'
import { $insertTable } from './table-commands.ts'
import type { ToolbarState } from './toolbar-state.ts'
import { EDIT_LINK_COMMAND } from './writing.ts'

/** One button of the toolbar. Its name is the key of its words and of its shortcut. */
export type Tool = {
  readonly name: string
  readonly icon: LucideIcon
  /** Whether it is pressed; without it the button only does something. */
  readonly isOn?: (state: ToolbarState) => boolean
  readonly run: (editor: LexicalEditor) => void
}

const format = (name: 'bold' | 'italic' | 'underline', icon: LucideIcon): Tool => ({
  name,
  icon,
  isOn: (state) => state[name],
  run: (editor) => {
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, name)
    editor.focus()
  },
})

const kind = (name: 'heading-2' | 'heading-3' | 'quote' | 'bullet' | 'number', icon: LucideIcon): Tool => ({
  name,
  icon,
  isOn: (state) => state.kind === name,
  run: (editor) => change(editor, () => $toggleKind(name)),
})

/** The tools in their groups, as they stand in the toolbar. */
export const TOOL_GROUPS: readonly (readonly Tool[])[] = [
  [format('bold', Bold), format('italic', Italic), format('underline', Underline)],
  [kind('heading-2', Heading2), kind('heading-3', Heading3), kind('quote', Quote)],
  [kind('bullet', List), kind('number', ListOrdered)],
  [
    {
      name: 'link',
      icon: Link,
      isOn: (state) => state.link,
      run: (editor) => editor.focus(() => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)),
    },
    { name: 'table', icon: Table, isOn: (state) => state.table, run: (editor) => change(editor, () => $insertTable()) },
    { name: 'note', icon: MessageSquareText, run: (editor) => insertNote(editor) },
  ],
]

/** Does one step that is undone by itself, and gives the text the focus back. */
export function change(editor: LexicalEditor, step: () => void): void {
  editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
  editor.update(step, { onUpdate: () => editor.focus() })
}

/** A note begins empty, with its form open. */
function insertNote(editor: LexicalEditor): void {
  let key: string | null = null
  editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
  editor.update(
    () => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const note = $createNoteNode('')
      // A note hangs on the words before it: it takes the place of none.
      const end = selection.isBackward() ? selection.anchor : selection.focus
      for (const point of [selection.anchor, selection.focus]) point.set(end.key, end.offset, end.type)
      selection.insertNodes([note])
      key = note.getKey()
    },
    { onUpdate: () => openNote(key) },
  )
}
