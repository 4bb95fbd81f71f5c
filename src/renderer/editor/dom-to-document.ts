import type {
  Block,
  Inline,
  Mark,
  RichDocument,
  TableBlock,
  TextBlock,
  TextBlockKind,
} from '../../core/rich-text/document.ts'
import { normalDocument } from '../../core/rich-text/normal-document.ts'
import { isSafeUrl } from '../../core/rich-text/url.ts'
import { collapseSpaces, type ReadInline } from './collapse-spaces.ts'
import { marksFromElement } from './dom-marks.ts'
import { NOTE_ATTRIBUTE, RECORD_ATTRIBUTE } from './html-names.ts'
import { lookOf } from './look-of.ts'
import { wordListLine } from './word-list-line.ts'

/** What holds for everything inside of the node being read. */
type Around = {
  readonly kind: TextBlockKind
  readonly indent: number
  readonly marks: readonly Mark[]
  readonly url: string | null
  readonly keepsSpaces: boolean
}

const HEADINGS: Readonly<Record<string, TextBlockKind>> = {
  H1: 'heading-2',
  H2: 'heading-2',
  H3: 'heading-3',
  H4: 'heading-3',
  H5: 'heading-3',
  H6: 'heading-3',
}
const BLOCKS = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BODY',
  'CENTER',
  'DD',
  'DETAILS',
  'DIV',
  'DL',
  'DT',
  'FIELDSET',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'HEADER',
  'HTML',
  'LEGEND',
  'MAIN',
  'NAV',
  'P',
  'SECTION',
  'SUMMARY',
])
// Kept out even where no sanitiser came before.
const DROPPED = new Set([
  'AUDIO',
  'BUTTON',
  'CANVAS',
  'EMBED',
  'HEAD',
  'IFRAME',
  'IMG',
  'INPUT',
  'LINK',
  'MATH',
  'META',
  'NOSCRIPT',
  'OBJECT',
  'OPTION',
  'SCRIPT',
  'SELECT',
  'STYLE',
  'SVG',
  'TEMPLATE',
  'TEXTAREA',
  'TITLE',
  'VIDEO',
])
/** Nesting beyond this is read as plain text. */
const DEEPEST = 200

/**
 * Reads pasted HTML, parsed and sanitised, as rich text: headings, lists, quotes, tables, links to web pages and mail,
 * and marks. Everything else gives its text; images, scripts and forms give nothing. Works on any DOM.
 */
export function domToDocument(root: Node): RichDocument {
  const reader = new BlockReader()
  reader.readChildren(root, { kind: 'paragraph', indent: 0, marks: [], url: null, keepsSpaces: false }, 0)
  return normalDocument({ blocks: reader.finish() })
}

/** Collects blocks: inline content gathers until something begins or ends a block. */
class BlockReader {
  #blocks: Block[] = []
  #content: ReadInline[] = []
  #open: Pick<Around, 'kind' | 'indent'> = { kind: 'paragraph', indent: 0 }

  finish(): readonly Block[] {
    this.#close()
    return this.#blocks
  }

  readChildren(node: Node, around: Around, depth: number): void {
    for (const child of node.childNodes) this.#read(child, around, depth + 1)
  }

  #read(node: Node, around: Around, depth: number): void {
    if (node.nodeType === 3) this.#addText(node.nodeValue ?? '', around)
    if (node.nodeType !== 1 && node.nodeType !== 11) return
    const element = node as Element
    const name = element.nodeName.toUpperCase()
    if (DROPPED.has(name) || lookOf(element).includes('mso-list:Ignore')) return
    if (depth > DEEPEST) this.#addText(element.textContent ?? '', around)
    else if (name === 'BR') this.#add({ kind: 'break' }, around)
    else if (name === 'HR') this.#close()
    else if (name === 'TABLE') this.#readTable(element, around, depth)
    else if (name === 'UL' || name === 'OL') this.#readList(element, name === 'OL', around, depth)
    else if (element.hasAttribute?.(NOTE_ATTRIBUTE)) {
      this.#add({ kind: 'note', text: element.getAttribute(NOTE_ATTRIBUTE) ?? '' }, around)
    } else if (element.getAttribute?.(RECORD_ATTRIBUTE)) {
      this.#add({ kind: 'citation', record: element.getAttribute(RECORD_ATTRIBUTE) ?? '' }, around)
    } else this.#readElement(element, name, around, depth)
  }

  #readElement(element: Element, name: string, around: Around, depth: number): void {
    const heading = HEADINGS[name]
    const wordLine = name === 'P' ? wordListLine(element) : null
    if (heading) {
      // Word processors write headings in bold: a heading is that already.
      this.#readBlock(element, { ...around, kind: heading, indent: 0, marks: around.marks }, depth, ['bold'])
    } else if (name === 'BLOCKQUOTE') {
      this.#readBlock(element, { ...around, kind: around.kind === 'paragraph' ? 'quote' : around.kind }, depth)
    } else if (wordLine) this.#readBlock(element, { ...around, ...wordLine }, depth)
    else if (name === 'PRE') {
      this.#readBlock(element, { ...around, keepsSpaces: true, marks: [...around.marks, 'code'] }, depth)
    } else if (BLOCKS.has(name) || name === 'LI') this.#readBlock(element, around, depth)
    else {
      const url = name === 'A' ? (element.getAttribute('href') ?? '').trim() : ''
      this.readChildren(element, { ...this.#within(element, name, around), ...(isSafeUrl(url) && { url }) }, depth)
    }
  }

  #within(element: Element, name: string, around: Around): Around {
    const style = lookOf(element)
    const keepsSpaces = around.keepsSpaces || /white-space:\s*(?:pre|break-spaces)/i.test(style)
    return { ...around, keepsSpaces, marks: marksFromElement(name, style, around.marks) }
  }

  #readBlock(element: Element, around: Around, depth: number, without: readonly Mark[] = []): void {
    this.#close()
    const outside = this.#open
    this.#open = around
    const inside = this.#within(element, '', around)
    const before = this.#content.length
    this.readChildren(element, inside, depth)
    if (without.length > 0 && this.#content.length > before)
      this.#content = this.#content.map((part) => unmarked(part, without))
    this.#close()
    this.#open = outside
  }

  #readList(list: Element, ordered: boolean, around: Around, depth: number): void {
    const nested = around.kind === 'bullet' || around.kind === 'number'
    const line: Around = { ...around, kind: ordered ? 'number' : 'bullet', indent: nested ? around.indent + 1 : 0 }
    this.#close()
    const outside = this.#open
    for (const child of list.childNodes) {
      // Some editors put a nested list beside its item instead of into it.
      this.#open = line
      this.#read(child, line, depth + 1)
      this.#close()
    }
    this.#open = outside
  }

  #readTable(table: Element, around: Around, depth: number): void {
    this.#close()
    const rows = rowsOf(table)
    const read = rows.map((row) =>
      cellsOf(row).map((cell) => {
        const reader = new BlockReader()
        reader.readChildren(cell, { ...around, kind: 'paragraph', indent: 0 }, depth + 3)
        return reader.finish().flatMap(linesOf)
      }),
    )
    const isHeader = rows[0] !== undefined && cellsOf(rows[0]).every((cell) => cell.nodeName.toUpperCase() === 'TH')
    const block: TableBlock = { kind: 'table', header: isHeader, rows: read.map((cells) => ({ cells })) }
    // A table of one cell is a frame around text, as mail programs write it.
    const [only] = read
    this.#blocks.push(...(read.length === 1 && only?.length === 1 ? (only[0] ?? []) : [block]))
  }

  #addText(text: string, around: Around): void {
    if (text !== '') this.#add({ kind: 'text', text, marks: around.marks }, around)
  }

  #add(inline: ReadInline['inline'], { url, keepsSpaces }: Around): void {
    this.#content.push({ inline, url, keepsSpaces })
  }

  #close(): void {
    const content = collapseSpaces(this.#content)
    this.#content = []
    const { kind, indent } = this.#open
    if (content.length > 0) this.#blocks.push({ kind, indent, content: joinLinks(content) })
  }
}

function rowsOf(table: Element): readonly Element[] {
  return [...table.childNodes].flatMap((child) => {
    const name = child.nodeName.toUpperCase()
    if (name === 'TR') return [child as Element]
    return name === 'TBODY' || name === 'THEAD' || name === 'TFOOT' ? rowsOf(child as Element) : []
  })
}

function cellsOf(row: Element): readonly Element[] {
  return [...row.childNodes].filter((cell): cell is Element => /^T[DH]$/i.test(cell.nodeName))
}

/** A table within a table has no place: its lines have. */
function linesOf(block: Block): readonly TextBlock[] {
  return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flat()) : [block]
}

function unmarked(entry: ReadInline, without: readonly Mark[]): ReadInline {
  const { inline } = entry
  if (inline.kind !== 'text') return entry
  return { ...entry, inline: { ...inline, marks: inline.marks.filter((mark) => !without.includes(mark)) } }
}

/** What was read under one address, piece by piece, is one link. */
function joinLinks(content: readonly ReadInline[]): readonly Inline[] {
  const joined: Inline[] = []
  for (const { inline, url } of content) {
    const last = joined.at(-1)
    if (url === null) joined.push(inline)
    else if (last?.kind === 'link' && last.url === url) {
      joined[joined.length - 1] = { ...last, content: [...last.content, inline] }
    } else joined.push({ kind: 'link', url, content: [inline] })
  }
  return joined
}
