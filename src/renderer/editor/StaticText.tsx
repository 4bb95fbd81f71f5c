import { Fragment, type JSX, type ReactNode, useId, useMemo } from 'react'
import type { Inline, Mark, RichDocument, TableBlock, TextBlock } from '../../core/rich-text/document.ts'
import { type Grouped, groupLists, type ListGroup } from '../../core/rich-text/group-lists.ts'
import { CitationChip } from './CitationChip.tsx'
import { EditorHostContext, useEditorHost } from './EditorHost.tsx'
import { NoteMark } from './NoteMark.tsx'

type StaticTextProps = {
  readonly document: RichDocument
  readonly locale: string
  readonly citationLabel: (record: string) => string
  readonly onCitationOpen: ((record: string) => void) | undefined
  readonly onOpenLink: ((url: string) => void) | undefined
}

/** A text as the editor shows it, to be read only: real lists, links that open with a click, notes that open. */
export function StaticText({ document, locale, citationLabel, onCitationOpen, onOpenLink }: StaticTextProps) {
  const host = useMemo(
    () => ({ citationLabel, onCitationOpen, onOpenLink }),
    [citationLabel, onCitationOpen, onOpenLink],
  )
  return (
    <EditorHostContext value={host}>
      <div className="editor-text editor-static" lang={locale}>
        {groupLists(document.blocks).map((block, index) => (
          <Shown key={index} block={block} />
        ))}
      </div>
    </EditorHostContext>
  )
}

function Shown({ block }: { readonly block: Grouped }): JSX.Element {
  if (block.kind === 'table') return <ShownTable table={block} />
  if (block.kind === 'list') return <ShownList list={block} />
  const className = `block block-${block.kind}`
  const content = <Inlines content={block.content} />
  if (block.kind === 'heading-2') return <h2 className={className}>{content}</h2>
  if (block.kind === 'heading-3') return <h3 className={className}>{content}</h3>
  if (block.kind === 'quote') return <blockquote className={className}>{content}</blockquote>
  return <p className={className}>{content}</p>
}

function ShownList({ list }: { readonly list: ListGroup }): JSX.Element {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag className="static-list">
      {list.items.map((item, index) => (
        <li key={index}>
          <Inlines content={item.content} />
          {item.lists.map((nested, at) => (
            <ShownList key={at} list={nested} />
          ))}
        </li>
      ))}
    </Tag>
  )
}

function ShownTable({ table }: { readonly table: TableBlock }): JSX.Element {
  const width = Math.max(...table.rows.map((row) => row.cells.length))
  return (
    <table className="table">
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {Array.from({ length: width }, (_, at) => (
              <ShownCell key={at} isHeader={table.header && index === 0} lines={row.cells[at] ?? []} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ShownCell({ isHeader, lines }: { readonly isHeader: boolean; readonly lines: readonly TextBlock[] }) {
  const content = groupLists(lines).map((block, index) => <Shown key={index} block={block} />)
  // A header without words would be a name for nothing.
  return isHeader && lines.length > 0 ? (
    <th scope="col" className="cell cell-header">
      {content}
    </th>
  ) : (
    <td className="cell">{content}</td>
  )
}

function Inlines({ content }: { readonly content: readonly Inline[] }): JSX.Element {
  return (
    <>
      {content.map((inline, index) => (
        <Fragment key={index}>{shownInline(inline)}</Fragment>
      ))}
    </>
  )
}

function shownInline(inline: Inline): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.marks.reduceRight<ReactNode>((inner, mark) => marked(inner, mark), inline.text)
    case 'break':
      return <br />
    case 'link':
      return (
        <ShownLink url={inline.url}>
          <Inlines content={inline.content} />
        </ShownLink>
      )
    case 'note':
      return (
        <span className="note">
          <ShownNote text={inline.text} />
        </span>
      )
    case 'citation':
      return (
        <span className="citation">
          <CitationChip record={inline.record} />
        </span>
      )
  }
}

function ShownLink({ url, children }: { readonly url: string; readonly children: ReactNode }): JSX.Element {
  const { onOpenLink } = useEditorHost()
  return (
    <a
      className="link"
      href={url}
      onClick={(event) => {
        event.preventDefault()
        onOpenLink?.(url)
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  )
}

function ShownNote({ text }: { readonly text: string }): JSX.Element {
  return <NoteMark id={useId()} text={text} />
}

function marked(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark) {
    case 'bold':
      return <strong className="text-bold">{inner}</strong>
    case 'italic':
      return <em className="text-italic">{inner}</em>
    case 'underline':
      return <u>{inner}</u>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code className="text-code">{inner}</code>
    case 'subscript':
      return <sub className="text-subscript">{inner}</sub>
    case 'superscript':
      return <sup className="text-superscript">{inner}</sup>
  }
}
