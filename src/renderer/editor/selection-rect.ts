import type { LexicalEditor } from 'lexical'

/** Where the selection is on the screen; of an empty line, where the line is. */
export function selectionRect(editor: LexicalEditor): DOMRect | null {
  const root = editor.getRootElement()
  const selection = document.getSelection()
  if (!root || !selection || selection.rangeCount === 0 || !root.contains(selection.anchorNode)) {
    return root?.getBoundingClientRect() ?? null
  }
  const range = selection.getRangeAt(0)
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect()
  if (rect.height > 0) return rect
  const { startContainer } = range
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  return element?.getBoundingClientRect() ?? null
}
