import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link'
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
} from 'lexical'
import { isSafeUrl } from '../../core/rich-text/url.ts'

/** The link that the selection stands in or touches first. */
export function $selectedLink(): LinkNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  for (const node of [selection.anchor.getNode(), ...selection.getNodes()]) {
    const link = $isLinkNode(node) ? node : $findMatchingParent(node, $isLinkNode)
    if (link) return link
  }
  return null
}

/**
 * Links the selected text to an address; without a selection, changes the link around the caret, or inserts the address
 * itself as a linked text.
 *
 * @returns whether the address was one that may be linked (`isSafeUrl`)
 */
export function $setLink(url: string): boolean {
  const selection = $getSelection()
  if (!isSafeUrl(url) || !$isRangeSelection(selection)) return false
  const present = $selectedLink()
  if (selection.isCollapsed()) {
    if (present) present.setURL(url)
    else selection.insertNodes([$createLinkNode(url).append($createTextNode(url).setFormat(selection.format))])
    return true
  }
  const picked = selection.extract().filter($isLinkable)
  let run: LinkNode | null = null
  for (const node of picked) {
    const around = $findMatchingParent(node, $isLinkNode)
    if (around) {
      around.setURL(url)
      run = null
    } else {
      if (!run?.getNextSibling()?.is(node)) {
        run = $createLinkNode(url)
        node.insertBefore(run)
      }
      run.append(node)
    }
  }
  return true
}

/** Takes away every link that the selection touches; its text stays. */
export function $removeLinks(): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const links = new Map<string, LinkNode>()
  for (const node of [selection.anchor.getNode(), ...selection.getNodes()]) {
    const link = $isLinkNode(node) ? node : $findMatchingParent(node, $isLinkNode)
    if (link) links.set(link.getKey(), link)
  }
  for (const link of links.values()) {
    for (const child of link.getChildren()) link.insertBefore(child)
    link.remove()
  }
}

function $isLinkable(node: LexicalNode): boolean {
  return (
    !$isElementNode(node) &&
    ($isTextNode(node) || $isLineBreakNode(node) || ($isDecoratorNode(node) && node.isInline()))
  )
}
