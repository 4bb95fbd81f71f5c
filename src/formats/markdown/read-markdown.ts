import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import {
  type Block,
  type Inline,
  MARKS,
  type Mark,
  type RichDocument,
  type TextBlock,
  type TextBlockKind,
} from '../../core/rich-text/document.ts'
import { isSafeUrl } from '../../core/rich-text/url.ts'

const MAX_INDENT = 5

/** What stands around an inline: the marks in force, and the footnotes by their label. */
type Context = { readonly marks: readonly Mark[]; readonly notes: ReadonlyMap<string, string> }

/**
 * Reads CommonMark with GitHub's tables, strikethrough and footnotes as rich text. Headings of the first two levels
 * become `heading-2`, deeper ones `heading-3`; `[@ID]` becomes a citation of the record with that external id; raw
 * HTML gives its text; an image gives its description. Never fails: every text is some Markdown.
 */
export function markdownToDocument(markdown: string): RichDocument {
  if (isPlain(markdown)) return plainDocument(markdown)
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const notes = new Map(
    root.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, textOf(node)] as const] : [],
    ),
  )
  return { blocks: root.children.flatMap((node) => blocksOf(node, 'paragraph', 0, { marks: [], notes })) }
}

/** Anything that could mean something in Markdown: then the whole reader is needed. */
const MEANING = /[\\`*_[\]<>|~!&@^]|:\/\/|www\.| {2}$|^[\s#>+\-=\d(]|\s$/im

/** Most imported passages are bare text; for them the reader of Markdown would be most of the work of an import. */
function isPlain(markdown: string): boolean {
  return !MEANING.test(markdown.replace(/\n{2,}/g, '\n'))
}

function plainDocument(text: string): RichDocument {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph !== '')
  return { blocks: paragraphs.map((paragraph) => block('paragraph', 0, textInline(paragraph.replace(/\n/g, ' '), []))) }
}

function blocksOf(node: RootContent, kind: TextBlockKind, indent: number, context: Context): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [block(kind, indent, inlinesOf(node.children, context))]
    case 'heading':
      return [block(node.depth <= 2 ? 'heading-2' : 'heading-3', 0, inlinesOf(node.children, context))]
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, 'quote', 0, context))
    case 'list':
      return node.children.flatMap((item) =>
        itemBlocks(item.children, node.ordered === true ? 'number' : 'bullet', indent, context),
      )
    case 'table':
      return [tableOf(node, context)]
    case 'code':
      return node.value.split('\n').map((line) => block(kind, indent, textInline(line, ['code'])))
    case 'html':
      return textInline(stripTags(node.value), []).length === 0
        ? []
        : [block(kind, indent, textInline(stripTags(node.value), []))]
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
      return []
    default:
      return [block(kind, indent, textInline(textOf(node), []))]
  }
}

/** The first paragraph of an item is the line; what follows it in the same item stands under it as lines of their own. */
function itemBlocks(
  children: readonly RootContent[],
  kind: TextBlockKind,
  indent: number,
  context: Context,
): readonly Block[] {
  if (children.length === 0) return [block(kind, indent, [])]
  const deeper = Math.min(indent + 1, MAX_INDENT)
  return children.flatMap((child) =>
    child.type === 'list' ? blocksOf(child, kind, deeper, context) : blocksOf(child, kind, indent, context),
  )
}

function tableOf(table: Table, context: Context): Block {
  const rows = table.children.map((row) => ({
    cells: row.children.map((cell) => [block('paragraph', 0, inlinesOf(cell.children, context))]),
  }))
  return { kind: 'table', header: true, rows }
}

function block(kind: TextBlockKind, indent: number, content: readonly Inline[]): TextBlock {
  return { kind, indent: kind === 'bullet' || kind === 'number' ? indent : 0, content }
}

function inlinesOf(nodes: readonly PhrasingContent[], context: Context): readonly Inline[] {
  return nodes.flatMap((node) => inlineOf(node, context))
}

function inlineOf(node: PhrasingContent, context: Context): readonly Inline[] {
  const { marks, notes } = context
  switch (node.type) {
    case 'text':
      return withCitations(node.value.replace(/\n/g, ' '), marks)
    case 'strong':
      return inlinesOf(node.children, withMark(context, 'bold'))
    case 'emphasis':
      return inlinesOf(node.children, withMark(context, 'italic'))
    case 'delete':
      return inlinesOf(node.children, withMark(context, 'strike'))
    case 'inlineCode':
      return textInline(node.value, withMark(context, 'code').marks)
    case 'break':
      return [{ kind: 'break' }]
    case 'link': {
      const content = inlinesOf(node.children, context)
      return isSafeUrl(node.url) ? [{ kind: 'link', url: node.url, content }] : content
    }
    case 'image':
      return textInline(node.alt ?? '', marks)
    case 'footnoteReference':
      return [{ kind: 'note', text: notes.get(node.identifier) ?? '' }]
    case 'html':
      return textInline(stripTags(node.value), marks)
    default:
      return textInline(textOf(node), marks)
  }
}

function withMark(context: Context, mark: Mark): Context {
  const marks = new Set([...context.marks, mark])
  return { ...context, marks: MARKS.filter((entry) => marks.has(entry)) }
}

function textInline(text: string, marks: readonly Mark[]): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'text', text, marks }]
}

const CITATION = /\[@([^\][\s]{1,200})\]/g

function withCitations(text: string, marks: readonly Mark[]): readonly Inline[] {
  const inlines: Inline[] = []
  let at = 0
  for (const match of text.matchAll(CITATION)) {
    inlines.push(...textInline(text.slice(at, match.index), marks), { kind: 'citation', record: match[1] ?? '' })
    at = match.index + match[0].length
  }
  return [...inlines, ...textInline(text.slice(at), marks)]
}

function stripTags(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim()
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
