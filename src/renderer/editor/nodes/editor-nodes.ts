import { LinkNode } from '@lexical/link'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { type Klass, type LexicalNode, type LexicalNodeReplacement, ParagraphNode, TextNode } from 'lexical'
import { CitationNode } from './citation-node.tsx'
import { NoteNode } from './note-node.tsx'
import { $createTextBlockNode, TextBlockNode } from './text-block-node.ts'

/** Every node the editor knows. Lexical's paragraph is always replaced by ours, wherever Lexical makes one. */
export const EDITOR_NODES: readonly (Klass<LexicalNode> | LexicalNodeReplacement)[] = [
  TextBlockNode,
  { replace: ParagraphNode, with: () => $createTextBlockNode(), withKlass: TextBlockNode },
  LinkNode,
  NoteNode,
  CitationNode,
  TableNode,
  TableRowNode,
  TableCellNode,
]

const ELEMENT_LOOKS = ['__format', '__style', '__indent', '__dir', '__textFormat', '__textStyle']

/**
 * Properties that Lexical nodes have and our documents do not: they are about looks or the moment. Kept out of the Yjs
 * document they can neither conflict nor be lost.
 */
export const UNSTORED_PROPERTIES: ReadonlyMap<Klass<LexicalNode>, ReadonlySet<string>> = new Map<
  Klass<LexicalNode>,
  ReadonlySet<string>
>([
  [TextBlockNode, new Set(ELEMENT_LOOKS)],
  [TextNode, new Set(['__style', '__detail', '__mode'])],
  [LinkNode, new Set([...ELEMENT_LOOKS, '__target', '__rel', '__title'])],
  [TableNode, new Set([...ELEMENT_LOOKS, '__rowStriping', '__frozenColumnCount', '__frozenRowCount', '__colWidths'])],
  [TableRowNode, new Set([...ELEMENT_LOOKS, '__height'])],
  [
    TableCellNode,
    new Set([...ELEMENT_LOOKS, '__width', '__backgroundColor', '__verticalAlign', '__colSpan', '__rowSpan']),
  ],
])
