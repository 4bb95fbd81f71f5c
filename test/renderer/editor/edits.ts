import fc from 'fast-check'
import {
  $createRangeSelection,
  $getRoot,
  $insertNodes,
  $isElementNode,
  $isTextNode,
  $nodesOfType,
  $setSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { TEXT_BLOCK_KINDS } from '../../../src/core/rich-text/document.ts'
import { splitsPair } from '../../../src/core/rich-text/surrogates.ts'
import { $changeLevel, $onBackspace, $onEnter, $toggleKind } from '../../../src/renderer/editor/block-commands.ts'
import { $removeLinks, $setLink } from '../../../src/renderer/editor/link-commands.ts'
import { $createCitationNode } from '../../../src/renderer/editor/nodes/citation-node.tsx'
import { $createNoteNode } from '../../../src/renderer/editor/nodes/note-node.tsx'
import { TextBlockNode } from '../../../src/renderer/editor/nodes/text-block-node.ts'
import {
  $deleteColumn,
  $deleteRow,
  $deleteTable,
  $insertColumn,
  $insertRow,
  $insertTable,
  $toggleHeaderRow,
} from '../../../src/renderer/editor/table-commands.ts'

/** One random thing that a person does; the numbers choose where. */
export type Edit = { readonly what: What; readonly a: number; readonly b: number; readonly c: number }

const STRUCTURAL = [
  'enter',
  'join',
  'link',
  'unlink',
  'note',
  'citation',
  'table',
  'row',
  'column',
  'less-rows',
  'less-columns',
  'header',
  'less-tables',
  'remove',
] as const
const GENTLE = ['type', 'type', 'type', 'type', 'delete', 'bold', 'italic', 'kind', 'kind', 'level'] as const
type What = (typeof STRUCTURAL)[number] | (typeof GENTLE)[number]

const edit = (whats: readonly What[]): fc.Arbitrary<Edit> =>
  fc.record({ what: fc.constantFrom(...whats), a: fc.nat(1_000), b: fc.nat(1_000), c: fc.nat(1_000) })

/** Typing, deleting, formatting and changing kinds: nothing that moves text. */
export const gentleEdits = fc.array(edit(GENTLE), { minLength: 1, maxLength: 8 })

/** All that the editor can do. */
export const anyEdits = fc.array(edit([...GENTLE, ...STRUCTURAL]), { minLength: 1, maxLength: 10 })

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

/** Does one edit inside of an update; `token` is what is typed, so that a test can look for it. */
export function $doEdit({ what, a, b, c }: Edit, token: string): void {
  const block = pick(
    $nodesOfType(TextBlockNode).filter((node) => node.isAttached()),
    a,
  )
  if (!block) return
  const selection = $select(block, b, c)
  if (what === 'type') $caret(block, b).insertText(token)
  else if (what === 'delete') selection.removeText()
  else if (what === 'bold' || what === 'italic') selection.formatText(what)
  else if (what === 'kind') $toggleKind(pick(TEXT_BLOCK_KINDS, c) ?? 'paragraph')
  else if (what === 'level') $changeLevel(c % 2 === 0 ? 1 : -1)
  else if (what === 'enter') {
    const caret = $caret(block, b)
    if (!$onEnter()) caret.insertParagraph()
  } else if (what === 'join') $join(block)
  else if (what === 'link') $setLink('https://example.org/')
  else if (what === 'unlink') $removeLinks()
  else if (what === 'note') $insertNodes([$createNoteNode(token)])
  else if (what === 'citation') $insertNodes([$createCitationNode('r2')])
  else if (what === 'table') $insertTable(2, 2)
  else if (what === 'row') $insertRow(c % 2 === 0)
  else if (what === 'column') $insertColumn(c % 2 === 0)
  else if (what === 'less-rows') $deleteRow()
  else if (what === 'less-columns') $deleteColumn()
  else if (what === 'header') $toggleHeaderRow()
  else if (what === 'less-tables') $deleteTable()
  else if (what === 'remove' && $getRoot().getChildrenSize() > 1) block.getTopLevelElementOrThrow().remove()
}

function $join(block: TextBlockNode): void {
  $caret(block, 0)
  const above = block.getPreviousSibling()
  if ($onBackspace() || !(above instanceof TextBlockNode)) return
  above.append(...block.getChildren())
  block.remove()
}

function $caret(block: TextBlockNode, at: number): RangeSelection {
  return $select(block, at, at)
}

function $select(block: TextBlockNode, from: number, to: number): RangeSelection {
  const size = block.getTextContentSize()
  const [start, end] = [from % (size + 1), to % (size + 1)].sort((x, y) => x - y) as [number, number]
  const selection = $createRangeSelection()
  $place(selection.anchor, block, start)
  $place(selection.focus, block, end)
  $setSelection(selection)
  return selection
}

function $place(point: RangeSelection['anchor'], block: TextBlockNode, at: number): void {
  let left = at
  const texts = leaves(block).filter($isTextNode)
  for (const text of texts) {
    const size = text.getTextContentSize()
    if (left <= size) {
      const isWithin = splitsPair(text.getTextContent(), left)
      point.set(text.getKey(), isWithin ? left - 1 : left, 'text')
      return
    }
    left -= size
  }
  const last = texts.at(-1)
  if (last) point.set(last.getKey(), last.getTextContentSize(), 'text')
  else point.set(block.getKey(), Math.min(at, block.getChildrenSize()), 'element')
}

function leaves(node: LexicalNode): readonly LexicalNode[] {
  return $isElementNode(node) ? node.getChildren().flatMap(leaves) : [node]
}
