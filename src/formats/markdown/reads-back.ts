import type { Inline, TextBlock } from '../../core/rich-text/document.ts'
import type { Grouped, ListGroup } from '../../core/rich-text/group-lists.ts'
import { normalDocument } from '../../core/rich-text/normal-document.ts'
import { markdownToDocument } from './read-markdown.ts'

/** Whether Markdown of one group reads back as the same words with the same looks. `notes` are those it refers to. */
export function readsBack(group: Grouped, markdown: string, earlierNotes: number, notes: readonly string[]): boolean {
  const definitions = notes.map((_, index) => `[^${earlierNotes + index + 1}]: ${index}`)
  const read = markdownToDocument(`${markdown}\n\n${definitions.join('\n')}`).blocks
  let note = 0
  const numbered = (inline: Inline): Inline =>
    inline.kind === 'note' ? { kind: 'note', text: String(note++) } : inline
  const written = linesOf(group).map((content) => deep(content, numbered))
  return JSON.stringify(written.map(looks)) === JSON.stringify(read.flatMap(linesOf).map(looks))
}

function linesOf(group: Grouped): readonly (readonly Inline[])[] {
  if (group.kind === 'list') return listLines(group)
  if (group.kind !== 'table') return [group.content]
  return group.rows.flatMap((row) => row.cells.map(joined)).filter((content) => content.length > 0)
}

function listLines(list: ListGroup): readonly (readonly Inline[])[] {
  return list.items
    .flatMap((item) => [item.content, ...item.lists.flatMap(listLines)])
    .filter((content) => content.length > 0)
}

function joined(cell: readonly TextBlock[]): readonly Inline[] {
  return cell.flatMap((block, index): readonly Inline[] =>
    index === 0 ? block.content : [{ kind: 'break' }, ...block.content],
  )
}

function deep(content: readonly Inline[], change: (inline: Inline) => Inline): readonly Inline[] {
  return content.map((inline) =>
    inline.kind === 'link' ? { ...inline, content: deep(inline.content, change) } : change(inline),
  )
}

/** Content as it looks: a bold space looks like any other. */
function looks(content: readonly Inline[]): readonly Inline[] {
  const split = deepSplit(content)
  const [block] = normalDocument({ blocks: [{ kind: 'quote', indent: 0, content: split }] }).blocks
  return block && block.kind !== 'table' ? block.content : []
}

function deepSplit(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'link') return [{ ...inline, content: deepSplit(inline.content) }]
    if (inline.kind !== 'text') return [inline]
    return inline.text.split(/(\s+)/).map((text) => ({
      kind: 'text',
      text,
      marks:
        text.trim() === ''
          ? inline.marks.filter((mark) => mark !== 'bold' && mark !== 'italic' && mark !== 'strike')
          : inline.marks,
    }))
  })
}
