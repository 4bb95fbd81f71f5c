import { $createLinkNode } from '@lexical/link'
import { $createTableCellNode, $createTableNode, $createTableRowNode, TableCellHeaderStates } from '@lexical/table'
import { $createLineBreakNode, $createTextNode, type LexicalNode } from 'lexical'
import type { Block, Inline, RichDocument, TextBlock } from '../../core/rich-text/document.ts'
import { normalDocument } from '../../core/rich-text/normal-document.ts'
import { formatOf } from '../../core/rich-text/shape.ts'
import { $createCitationNode } from './nodes/citation-node.tsx'
import { $createNoteNode } from './nodes/note-node.tsx'
import { $createTextBlockNode, type TextBlockNode } from './nodes/text-block-node.ts'

/** Makes editor nodes of a document: what a paste inserts. */
export function $buildNodes(doc: RichDocument): readonly LexicalNode[] {
  return normalDocument(doc).blocks.map($buildBlock)
}

function $buildBlock(block: Block): LexicalNode {
  if (block.kind !== 'table') return $buildLine(block)
  const table = $createTableNode()
  block.rows.forEach((row, index) => {
    const isHeader = block.header && index === 0
    const cells = row.cells.map((lines) => {
      const cell = $createTableCellNode(isHeader ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS)
      return cell.append(...(lines.length > 0 ? lines.map($buildLine) : [$createTextBlockNode()]))
    })
    table.append($createTableRowNode().append(...cells))
  })
  return table
}

function $buildLine(block: TextBlock): TextBlockNode {
  return $createTextBlockNode(block.kind, block.indent).append(...$buildInlines(block.content))
}

/** Makes editor nodes of inline content. */
export function $buildInlines(content: readonly Inline[]): readonly LexicalNode[] {
  return content.map((inline): LexicalNode => {
    switch (inline.kind) {
      case 'text':
        return $createTextNode(inline.text).setFormat(formatOf(inline.marks))
      case 'break':
        return $createLineBreakNode()
      case 'link':
        return $createLinkNode(inline.url).append(...$buildInlines(inline.content))
      case 'note':
        return $createNoteNode(inline.text)
      case 'citation':
        return $createCitationNode(inline.record)
    }
  })
}
