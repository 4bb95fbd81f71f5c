import type { Inline, RichDocument, TableBlock, TextBlock } from '../../core/rich-text/document.ts'
import { type Grouped, groupLists, type ListGroup } from '../../core/rich-text/group-lists.ts'
import { normalDocument } from '../../core/rich-text/normal-document.ts'
import { readsBack } from './reads-back.ts'
import { type InlineStyle, writeInlines } from './write-inline.ts'

/** Writes content in one of the two styles; `lines` says whether line ends may stand in it. */
type Write = (content: readonly Inline[], lines: InlineStyle['lines']) => string

/**
 * Writes rich text as Markdown that `markdownToDocument` reads back: lists by indentation, tables with pipes, notes as
 * footnotes at the end, citations as `[@ID]`. Marks are signs (`**`), or tags of HTML where signs would be misread and
 * for what Markdown has no sign for. Empty blocks are left out: Markdown cannot say them.
 */
export function documentToMarkdown(document: RichDocument): string {
  const notes: string[] = []
  const pieces = groupLists(normalDocument(document).blocks)
    .filter(hasContent)
    .map((group) => ({ kind: group.kind, text: writeGroup(group, notes) }))
  const body = pieces.map(({ kind, text }, index) => {
    if (index === 0) return text
    // Quotes that follow each other stay one.
    return kind === 'quote' && pieces[index - 1]?.kind === 'quote' ? `\n>\n${text}` : `\n\n${text}`
  })
  const footnotes = notes.map((note, index) => `[^${index + 1}]: ${noteText(note)}`)
  return [body.join(''), footnotes.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat(body.length > 0 ? '\n' : '')
}

function hasContent(group: Grouped): boolean {
  return group.kind === 'table' || group.kind === 'list' || group.content.length > 0
}

function noteText(text: string): string {
  return text === '' ? '<!-- -->' : writeInlines([{ kind: 'text', text, marks: [] }], signs).replaceAll('\n', '<br>')
}

const signs: InlineStyle = { marks: 'signs', lines: 'one', note: () => 0 }

/** Writes a group with signs, and anew with tags where that does not read back as it was. */
function writeGroup(group: Grouped, notes: string[]): string {
  const attempt = (marks: InlineStyle['marks'], sink: string[]) => {
    const note = (text: string) => notes.length + sink.push(text)
    return groupText(group, (content, lines) => writeInlines(content, { marks, lines, note }))
  }
  const first: string[] = []
  const plain = attempt('signs', first)
  if (readsBack(group, plain, notes.length, first)) {
    notes.push(...first)
    return plain
  }
  const second: string[] = []
  const tagged = attempt('tags', second)
  notes.push(...second)
  return tagged
}

function groupText(group: Grouped, write: Write): string {
  if (group.kind === 'table') return tableText(group, write)
  if (group.kind === 'list') return listLines(group, write).join('\n')
  return lineText(group, write)
}

function lineText(block: TextBlock, write: Write): string {
  switch (block.kind) {
    case 'heading-2':
      return `## ${write(block.content, 'one')}`
    case 'heading-3':
      return `### ${write(block.content, 'one')}`
    case 'quote':
      return `> ${write(block.content, 'several').replaceAll('\n', '\n> ')}`
    default:
      return write(block.content, 'several')
  }
}

function listLines({ ordered, items }: ListGroup, write: Write): readonly string[] {
  let number = 0
  return items.flatMap((item) => {
    if (item.content.length === 0 && item.lists.length === 0) return []
    number += 1
    const marker = ordered ? `${number}. ` : '- '
    const indent = ' '.repeat(marker.length)
    const own = write(item.content, 'several').split('\n')
    const nested = item.lists.flatMap((list) => listLines(list, write))
    const [head = '', ...rest] = item.content.length === 0 ? ['<!-- -->', ''] : own
    return [`${marker}${head}`, ...[...rest, ...nested].map((text) => (text === '' ? '' : `${indent}${text}`))]
  })
}

function tableText({ header, rows }: TableBlock, write: Write): string {
  const width = Math.max(1, ...rows.map((row) => row.cells.length))
  const rowText = (cells: readonly (readonly TextBlock[])[]) =>
    `| ${Array.from({ length: width }, (_, index) => cellText(cells[index] ?? [], write)).join(' | ')} |`
  const lines = rows.map((row) => rowText(row.cells))
  const [head, body] = header ? [lines[0] ?? '', lines.slice(1)] : [rowText([]), lines]
  return [head, `|${' --- |'.repeat(width)}`, ...body].join('\n')
}

/** A cell is one line in Markdown: its blocks follow each other with breaks, and their kinds are lost. */
function cellText(cell: readonly TextBlock[], write: Write): string {
  return cell.map((block) => write(block.content, 'one')).join('<br>')
}
