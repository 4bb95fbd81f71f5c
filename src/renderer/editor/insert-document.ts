import { $findCellNode } from '@lexical/table'
import { $getSelection, $isRangeSelection } from 'lexical'
import type { Block, RichDocument, TextBlock } from '../../core/rich-text/document.ts'
import { $caretInBlock } from './block-commands.ts'
import { $buildInlines, $buildNodes } from './build-nodes.ts'

/**
 * Puts a text in the place of the selection. A single plain paragraph continues the line; several blocks become blocks,
 * the first of them in an empty one with its kind. In a table cell tables give their lines.
 */
export function $insertDocument(doc: RichDocument): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const inCell = $findCellNode(selection.anchor.getNode()) !== null
  const blocks = inCell ? doc.blocks.flatMap(linesOf) : doc.blocks
  const [first] = blocks
  if (!first) return
  if (blocks.length === 1 && first.kind === 'paragraph') {
    selection.insertNodes([...$buildInlines(first.content)])
    return
  }
  if (!selection.isCollapsed()) selection.removeText()
  const caret = $caretInBlock()
  if (caret?.block.isEmpty() && first.kind !== 'table') {
    caret.block.setKind(first.kind)
    caret.block.setLevel(first.indent)
  }
  $getSelection()?.insertNodes([...$buildNodes({ blocks })])
}

function linesOf(block: Block): readonly TextBlock[] {
  return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flat()) : [block]
}
