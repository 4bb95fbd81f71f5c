import type { BlockContent, DefinitionContent, List, ListItem, Nodes, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Block, Inline, RichDocument, TextBlock, TextBlockKind } from '../../core/rich-text/document.ts'
import { normalDocument } from '../../core/rich-text/normal-document.ts'
import { bareDocument, isBareText } from './bare-text.ts'
import { citationSyntax, collectCitations } from './citation-syntax.ts'
import { htmlLines } from './html-text.ts'
import { type Elsewhere, readInlines, textOf } from './read-inline.ts'

/** Nesting beyond this is read as plain text. */
const DEEPEST = 60

/** What a block stands in. */
type Place = { readonly kind: TextBlockKind; readonly indent: number; readonly depth: number }

/**
 * Reads CommonMark with GitHub's tables, strikethrough, task lists and footnotes as rich text. Headings of the first two
 * levels become `heading-2`, deeper ones `heading-3`; `[@ID]` becomes a citation of the record that the source calls so;
 * raw HTML gives its text, and its marks within a line; an image gives its description. Every text is some Markdown.
 */
export function markdownToDocument(markdown: string): RichDocument {
  if (isBareText(markdown)) return bareDocument(markdown)
  const records = new Map<Nodes, string>()
  const root = fromMarkdown(markdown, {
    extensions: [gfm(), citationSyntax],
    mdastExtensions: [...gfmFromMarkdown().map(withoutTransforms), collectCitations(records)],
  })
  const elsewhere = lookElsewhere(root, records)
  const blocks = root.children.flatMap((node) => readBlock(node, ROOT, elsewhere))
  return normalDocument({ blocks: [...blocks, ...unusedNotes(root, elsewhere)].filter((block) => !isNothing(block)) })
}

/** The transforms look for addresses in text that was escaped to be none; the syntax finds those that are meant. */
function withoutTransforms<T extends object>(extension: T): T {
  return { ...extension, transforms: [] }
}

function lookElsewhere(root: Root, records: ReadonlyMap<Nodes, string>): Elsewhere {
  const notes = new Map<string, string>()
  const addresses = new Map<string, string>()
  for (const node of everyNode(root)) {
    // Of two with one label, the first counts.
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, textOf(node))
    if (node.type === 'definition' && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url)
  }
  return { notes, addresses, records }
}

/** A footnote that nothing refers to still holds words. */
function unusedNotes(root: Root, { notes }: Elsewhere): readonly Block[] {
  const used = new Set(
    [...everyNode(root)].flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  )
  return [...notes]
    .filter(([label]) => !used.has(label))
    .map(([, text]) => block(ROOT, [{ kind: 'text', text, marks: [] }]))
}

function* everyNode(root: Root): Generator<Nodes> {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
}

const ROOT: Place = { kind: 'paragraph', indent: 0, depth: 0 }

function readBlock(node: RootContent, place: Place, elsewhere: Elsewhere): readonly Block[] {
  const deeper = { ...place, depth: place.depth + 1 }
  if (place.depth > DEEPEST) return [block(place, [{ kind: 'text', text: textOf(node), marks: [] }])]
  switch (node.type) {
    case 'paragraph':
      return [block(place, readInlines(node.children, elsewhere))]
    case 'heading': {
      const kind = node.depth <= 2 ? 'heading-2' : 'heading-3'
      return [block({ ...place, kind: isLine(place) ? place.kind : kind }, readInlines(node.children, elsewhere))]
    }
    case 'blockquote':
      return node.children.flatMap((child) =>
        readBlock(child, isLine(place) ? deeper : { ...deeper, kind: 'quote' }, elsewhere),
      )
    case 'list':
      return readList(node, deeper, elsewhere)
    case 'table':
      return [readTable(node, elsewhere)]
    case 'code':
      return [block(place, [{ kind: 'text', text: node.value, marks: ['code'] }])]
    case 'html':
      return htmlLines(node.value).map((text) => block(place, [{ kind: 'text', text, marks: [] }]))
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return []
    default:
      return [block(place, [{ kind: 'text', text: textOf(node), marks: [] }])]
  }
}

function readList(list: List, place: Place, elsewhere: Elsewhere): readonly Block[] {
  const indent = isLine(place) ? place.indent + 1 : 0
  const line: Place = { kind: list.ordered === true ? 'number' : 'bullet', indent, depth: place.depth }
  return list.children.flatMap((item) => readItem(item, line, elsewhere))
}

/** The paragraphs of an item are one line with breaks: a second line would be a second bullet. */
function readItem(item: ListItem, line: Place, elsewhere: Elsewhere): readonly Block[] {
  const box: readonly Inline[] =
    typeof item.checked === 'boolean' ? [{ kind: 'text', text: item.checked ? '☑ ' : '☐ ', marks: [] }] : []
  const blocks: Block[] = []
  for (const child of item.children) {
    const read = readBlock(child, line, elsewhere)
    const last = blocks.at(-1)
    const [first] = read
    if (isParagraph(child) && last && last.kind !== 'table' && first && first.kind !== 'table' && blocks.length === 1) {
      blocks[0] = { ...last, content: [...last.content, { kind: 'break' }, ...first.content] }
    } else blocks.push(...read)
  }
  const [head, ...rest] = blocks
  return head && head.kind !== 'table' ? [{ ...head, content: [...box, ...head.content] }, ...rest] : blocks
}

function isParagraph(node: BlockContent | DefinitionContent): boolean {
  return node.type === 'paragraph' || node.type === 'code'
}

/** Markdown has no table without a header row: an empty one stands for none. */
function readTable(table: Table, elsewhere: Elsewhere): Block {
  const rows = table.children.map((row) => ({
    cells: row.children.map((cell) => [block(ROOT, readInlines(cell.children, elsewhere))]),
  }))
  const [head, ...body] = rows
  const header = head?.cells.some((cell) => cell.some((line) => line.content.length > 0)) ?? false
  return { kind: 'table', header, rows: header ? rows : body }
}

function block({ kind, indent }: Place, content: readonly Inline[]): TextBlock {
  return { kind, indent, content }
}

function isLine({ kind }: Place): boolean {
  return kind === 'bullet' || kind === 'number'
}

/** A paragraph of a comment alone says nothing. */
function isNothing(read: Block): boolean {
  return read.kind === 'paragraph' && read.content.length === 0
}
