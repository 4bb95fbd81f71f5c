import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type Point,
  type RangeSelection,
} from 'lexical'
import type { TextBlockKind } from '../../core/rich-text/document.ts'
import { MAX_INDENT } from '../../core/rich-text/shape.ts'
import { $createTextBlockNode, $isTextBlockNode, type TextBlockNode } from './nodes/text-block-node.ts'

/** The text blocks that a selection touches, in order. */
export function $selectedBlocks(): readonly TextBlockNode[] {
  const selection = $getSelection()
  if (!selection) return []
  const blocks = selection.getNodes().map($blockOf)
  if ($isRangeSelection(selection))
    blocks.push($blockOf(selection.anchor.getNode()), $blockOf(selection.focus.getNode()))
  const found = new Map(blocks.filter((block) => block !== null).map((block) => [block.getKey(), block]))
  return [...found.values()].sort((a, b) => (a.isBefore(b) ? -1 : 1))
}

function $blockOf(node: LexicalNode): TextBlockNode | null {
  return $isTextBlockNode(node) ? node : $findMatchingParent(node, $isTextBlockNode)
}

/** Gives the selected blocks a kind; where all have it already, makes them paragraphs again. */
export function $toggleKind(kind: TextBlockKind): void {
  const blocks = $selectedBlocks()
  const next = blocks.every((block) => block.getKind() === kind) ? 'paragraph' : kind
  for (const block of blocks) block.setKind(next)
}

/**
 * Moves the selected list lines in or out by one level. A line goes at most one level deeper than the line before it.
 *
 * @returns whether any line moved, so that the Tab key can leave the editor where none did
 */
export function $changeLevel(by: 1 | -1): boolean {
  const lines = $selectedBlocks().filter((block) => block.isListLine())
  let moved = false
  for (const line of lines) {
    const before = line.getPreviousSibling()
    const deepest = $isTextBlockNode(before) && before.isListLine() ? Math.min(before.getLevel() + 1, MAX_INDENT) : 0
    const level = line.getLevel() + by
    if (level < 0 || (by === 1 && level > deepest)) continue
    line.setLevel(level)
    moved = true
  }
  return moved
}

/**
 * What Enter does beyond splitting a block: an empty list line moves out and then becomes a paragraph, as do an empty
 * heading and quote; at the start of a text it makes room above, so that the block itself stays where it is.
 *
 * @returns whether it was done; otherwise the block is to be split
 */
export function $onEnter(): boolean {
  const caret = $caretInBlock()
  if (!caret) return false
  const { block, selection } = caret
  if (block.isEmpty()) {
    if (block.getKind() === 'paragraph') return false
    if (block.getLevel() > 0) block.setLevel(block.getLevel() - 1)
    else block.setKind('paragraph')
    return true
  }
  if (!$isAtStart(selection.anchor, block)) return false
  block.insertBefore($createTextBlockNode(block.isHeading() ? 'paragraph' : block.getKind(), block.getLevel()))
  return true
}

/**
 * What Backspace does at the start of a block: a list line, heading or quote becomes a paragraph; an empty block above
 * goes, rather than this one being moved into it.
 *
 * @returns whether it was done
 */
export function $onBackspace(): boolean {
  const caret = $caretInBlock()
  if (!caret || !$isAtStart(caret.selection.anchor, caret.block)) return false
  const { block } = caret
  if (block.getKind() !== 'paragraph') {
    block.setKind('paragraph')
    return true
  }
  const above = block.getPreviousSibling()
  if (block.isEmpty() || !$isTextBlockNode(above) || !above.isEmpty()) return false
  above.remove()
  return true
}

/** The block with the caret, where the selection is a caret in a text block. */
export function $caretInBlock(): { readonly block: TextBlockNode; readonly selection: RangeSelection } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const block = $blockOf(selection.anchor.getNode())
  return block && { block, selection }
}

function $isAtStart(point: Point, block: TextBlockNode): boolean {
  if (point.offset !== 0) return false
  for (let node: LexicalNode | null = point.getNode(); node && !node.is(block); node = node.getParent()) {
    if (node.getPreviousSibling() !== null) return false
  }
  return true
}
