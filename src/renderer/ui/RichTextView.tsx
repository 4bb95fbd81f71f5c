import './rich-text.css'
import { createElement, Fragment, type ReactNode } from 'react'
import type { Inline, Mark, RichDocument, TableBlock, TextBlock } from '../../core/rich-text/document.ts'
import { type Grouped, groupLists, type ListGroup } from '../../core/rich-text/group-lists.ts'

/** What stands where a record is cited as evidence. */
type Citation = string

const ELEMENTS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
} as const satisfies Readonly<Record<Mark, string>>

const BLOCKS = {
  paragraph: 'p',
  'heading-2': 'h4',
  'heading-3': 'h5',
  quote: 'blockquote',
  bullet: 'p',
  number: 'p',
} as const

/** A rich text to be read, not written: what the editor shows, without an editor. */
export function RichTextView({ document, citation }: { readonly document: RichDocument; readonly citation: Citation }) {
  return <div className="rich-text">{each(groupLists(document.blocks), (block) => showBlock(block, citation))}</div>
}

/** Things in their order, which is all the identity they have while they are only shown. */
function each<T>(things: readonly T[], show: (thing: T) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...things.map(show))
}

function showBlock(block: Grouped, citation: Citation): ReactNode {
  if (block.kind === 'table') return showTable(block, citation)
  if (block.kind === 'list') return showList(block, citation)
  return createElement(BLOCKS[block.kind], null, showInlines(block.content, citation))
}

function showList({ ordered, items }: ListGroup, citation: Citation): ReactNode {
  const lines = each(items, ({ content, lists }) => (
    <li>
      {showInlines(content, citation)}
      {each(lists, (list) => showList(list, citation))}
    </li>
  ))
  return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>
}

function showTable({ header, rows }: TableBlock, citation: Citation): ReactNode {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const [head, ...others] = rows.map(({ cells }) => Array.from({ length: columns }, (_, index) => cells[index] ?? []))
  const body = header || !head ? others : [head, ...others]
  const words = (cell: readonly TextBlock[]) => each(cell, (block) => showBlock(block, citation))
  return (
    <table>
      {header && head ? (
        <thead>
          <tr>
            {each(head, (cell) => (
              <th scope="col">{words(cell)}</th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {each(body, (cells) => (
          <tr>
            {each(cells, (cell) => (
              <td>{words(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function showInlines(content: readonly Inline[], citation: Citation): ReactNode {
  return each(content, (inline) => showInline(inline, citation))
}

function showInline(inline: Inline, citation: Citation): ReactNode {
  if (inline.kind === 'break') return <br />
  if (inline.kind === 'note') return <span className="rich-note">[{inline.text}]</span>
  if (inline.kind === 'citation') return citation
  // A link in a text that is only shown leads nowhere: opening one is asked for in the record itself.
  if (inline.kind === 'link')
    return (
      <span className="rich-link" title={inline.url}>
        {showInlines(inline.content, citation)}
      </span>
    )
  return inline.marks.reduce<ReactNode>((words, mark) => createElement(ELEMENTS[mark], null, words), inline.text)
}
