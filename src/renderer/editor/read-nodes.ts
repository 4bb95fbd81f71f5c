import { $isLinkNode } from '@lexical/link'
import { $sliceSelectedTextNodeContent } from '@lexical/selection'
import { $isTableNode, type TableNode } from '@lexical/table'
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import type { Block, Inline, RichDocument, TextBlock } from '../../core/rich-text/document.ts'
import { normalDocument } from '../../core/rich-text/normal-document.ts'
import { HEADER_ROW, marksOf } from '../../core/rich-text/shape.ts'
import { $isCitationNode } from './nodes/citation-node.tsx'
import { $isNoteNode } from './nodes/note-node.tsx'
import { $isTextBlockNode } from './nodes/text-block-node.ts'

/** What the editor shows, or the selected part of it, as plain data in its normal form. */
export function $readEditor(selection: BaseSelection | null = null): RichDocument {
  return normalDocument({ blocks: $readBlocks($getRoot(), selection) })
}

function $readBlocks(parent: ElementNode, selection: BaseSelection | null): readonly Block[] {
  return parent.getChildren().flatMap((node): readonly Block[] => {
    if (!$isWithin(node, selection)) return []
    if ($isTextBlockNode(node)) return [$readLine(node, selection)]
    if ($isTableNode(node)) return $readTable(node, selection)
    return $isElementNode(node) ? $readBlocks(node, selection) : []
  })
}

function $readLine(node: ElementNode, selection: BaseSelection | null): TextBlock {
  const kind = $isTextBlockNode(node) ? node.getKind() : 'paragraph'
  const indent = $isTextBlockNode(node) ? node.getLevel() : 0
  return { kind, indent, content: $readInlines(node, selection) }
}

function $readTable(table: TableNode, selection: BaseSelection | null): readonly Block[] {
  const rows = table.getChildren().filter($isElementNode)
  const first = rows[0]?.getChildren() ?? []
  const header = first.length > 0 && first.every((cell) => (headerOf(cell) & HEADER_ROW) !== 0)
  const read = rows.map((row) => ({
    cells: row
      .getChildren()
      .filter((cell) => $isElementNode(cell) && $isWithin(cell, selection))
      .map((cell) => $readBlocks(cell as ElementNode, selection).filter((block) => block.kind !== 'table')),
  }))
  return [{ kind: 'table', header, rows: read }]
}

function headerOf(cell: LexicalNode): number {
  return Number((cell as { __headerState?: unknown }).__headerState ?? 0)
}

function $readInlines(parent: ElementNode, selection: BaseSelection | null): readonly Inline[] {
  return parent.getChildren().flatMap((node): readonly Inline[] => {
    if (!$isWithin(node, selection)) return []
    if ($isTextNode(node)) {
      const text = selection ? $sliceSelectedTextNodeContent(selection, node, 'clone') : node
      return [{ kind: 'text', text: text.getTextContent(), marks: marksOf(node.getFormat()) }]
    }
    if ($isLineBreakNode(node)) return [{ kind: 'break' }]
    if ($isNoteNode(node)) return [{ kind: 'note', text: node.getNoteText() }]
    if ($isCitationNode(node)) return [{ kind: 'citation', record: node.getRecord() }]
    if ($isLinkNode(node)) return [{ kind: 'link', url: node.getURL(), content: $readInlines(node, selection) }]
    return $isElementNode(node) ? $readInlines(node, selection) : []
  })
}

function $isWithin(node: LexicalNode, selection: BaseSelection | null): boolean {
  if (!selection || node.isSelected(selection)) return true
  return $isElementNode(node) && node.getChildren().some((child) => $isWithin(child, selection))
}
