import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isElementNode,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
} from 'lexical'

/** Puts the caret where a point of the window is; false where there is no text of this editor. */
export function $placeCaretAt(editor: LexicalEditor, x: number, y: number): boolean {
  const place = document.caretPositionFromPoint(x, y)
  if (!place || !editor.getRootElement()?.contains(place.offsetNode)) return false
  const node = $getNearestNodeFromDOMNode(place.offsetNode)
  if (!node) return false
  const selection = $createRangeSelection()
  for (const point of [selection.anchor, selection.focus]) {
    if ($isTextNode(node)) point.set(node.getKey(), Math.min(place.offset, node.getTextContentSize()), 'text')
    else if ($isElementNode(node)) point.set(node.getKey(), node.getChildrenSize(), 'element')
    else point.set(node.getParentOrThrow().getKey(), node.getIndexWithinParent() + 1, 'element')
  }
  $setSelection(selection)
  return true
}
