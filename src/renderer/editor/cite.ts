import { $getRoot, $getSelection, $isRangeSelection } from 'lexical'
import { useActiveEditor } from './active-editor.ts'
import { UNDO_STEP_COMMAND } from './bind-yjs.ts'
import { $createCitationNode } from './nodes/citation-node.tsx'

/** The kind of data a dragged record carries: its id. */
export const CITED_RECORD_TYPE = 'application/x-temoin-record'

/**
 * Cites a record where the caret stands in the editor that was written in last, and gives it the focus back.
 *
 * @returns false where no editor on screen can cite
 */
export function insertCitation(record: string): boolean {
  const { active } = useActiveEditor.getState()
  if (!active?.canCite) return false
  active.editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
  active.editor.update(() => $cite(record), { onUpdate: () => active.editor.focus() })
  return true
}

/** Puts a citation in the place of the selection, and the caret after it. */
export function $cite(record: string): void {
  const selection = $getSelection() ?? $getRoot().selectEnd()
  if (!$isRangeSelection(selection)) return
  const citation = $createCitationNode(record)
  selection.insertNodes([citation])
  citation.selectNext(0, 0)
}
