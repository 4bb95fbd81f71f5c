import type { Lang } from '../model/lang.ts'
import type { RichDocument, TableBlock } from '../rich-text/document.ts'
import { groupLists, type ListGroup } from '../rich-text/group-lists.ts'
import { composeInlines } from './compose-inlines.ts'
import type { ComposedBlock, ComposedInline, ComposedList, ComposedTable } from './composition.ts'
import type { Numbering } from './numbering.ts'

/** The blocks of a rich text as they are printed: real lists, rectangular tables, no empty blocks. */
export function composeBlocks(document: RichDocument, lang: Lang, numbering: Numbering): readonly ComposedBlock[] {
  return groupLists(document.blocks).flatMap((block): readonly ComposedBlock[] => {
    if (block.kind === 'list') return filled(composeList(block, lang, numbering))
    if (block.kind === 'table') return composeTable(block, lang, numbering)
    const content = composeInlines(block.content, lang, numbering)
    if (isBlank(content)) return []
    if (block.kind === 'heading-2') return [{ kind: 'heading', level: 1, content }]
    if (block.kind === 'heading-3') return [{ kind: 'heading', level: 2, content }]
    return [{ kind: block.kind === 'quote' ? 'quote' : 'paragraph', content }]
  })
}

/** Whether inlines print nothing. */
function isBlank(content: readonly ComposedInline[]): boolean {
  return content.every((inline) => inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === ''))
}

function composeList(group: ListGroup, lang: Lang, numbering: Numbering): ComposedList {
  const items = group.items.flatMap(({ content: line, lists }) => {
    const content = composeInlines(line, lang, numbering)
    const nested = lists.map((list) => composeList(list, lang, numbering)).flatMap(filled)
    return isBlank(content) && nested.length === 0 ? [] : [{ content, lists: nested }]
  })
  return { kind: 'list', ordered: group.ordered, items }
}

function filled(list: ComposedList): readonly ComposedList[] {
  return list.items.length === 0 ? [] : [list]
}

function composeTable(table: TableBlock, lang: Lang, numbering: Numbering): readonly ComposedTable[] {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length))
  if (width === 0) return []
  const rows = table.rows.map((row) =>
    Array.from({ length: width }, (_, at) => composeBlocks({ blocks: row.cells[at] ?? [] }, lang, numbering)),
  )
  return [{ kind: 'table', header: table.header && rows.length > 1, rows }]
}
