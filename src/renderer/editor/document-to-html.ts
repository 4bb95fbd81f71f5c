import type { Inline, Mark, RichDocument, TableBlock, TextBlock } from '../../core/rich-text/document.ts'
import { type Grouped, groupLists, type ListGroup } from '../../core/rich-text/group-lists.ts'
import { isSafeUrl } from '../../core/rich-text/url.ts'
import { NOTE_ATTRIBUTE, RECORD_ATTRIBUTE } from './html-names.ts'

const TAGS: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
}

/**
 * Writes a text as the HTML that a copy puts on the clipboard: plain semantic tags that every word processor reads, and
 * that `domToDocument` reads back without loss.
 *
 * @param citationLabel what a citation looks like elsewhere, such as its number
 */
export function documentToHtml(doc: RichDocument, citationLabel: (record: string) => string): string {
  const show = (block: Grouped): string => {
    if (block.kind === 'table') return tableHtml(block)
    if (block.kind === 'list') return listHtml(block)
    const tag = { 'heading-2': 'h2', 'heading-3': 'h3', quote: 'blockquote', paragraph: 'p', bullet: 'p', number: 'p' }[
      block.kind
    ]
    return `<${tag}>${inlines(block.content)}</${tag}>`
  }
  const listHtml = ({ ordered, items }: ListGroup): string => {
    const tag = ordered ? 'ol' : 'ul'
    const lines = items.map((item) => `<li>${inlines(item.content)}${item.lists.map(listHtml).join('')}</li>`)
    return `<${tag}>${lines.join('')}</${tag}>`
  }
  const tableHtml = ({ header, rows }: TableBlock): string => {
    const row = (cells: readonly (readonly TextBlock[])[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${groupLists(cell).map(show).join('')}</${tag}>`).join('')}</tr>`
    return `<table><tbody>${rows.map(({ cells }, index) => row(cells, header && index === 0 ? 'th' : 'td')).join('')}</tbody></table>`
  }
  const inlines = (content: readonly Inline[]): string => content.map(inlineHtml).join('')
  const inlineHtml = (inline: Inline): string => {
    switch (inline.kind) {
      case 'text':
        return inline.marks.reduceRight((html, mark) => `<${TAGS[mark]}>${html}</${TAGS[mark]}>`, spaced(inline.text))
      case 'break':
        return '<br>'
      case 'link': {
        const html = inlines(inline.content)
        return isSafeUrl(inline.url) ? `<a href="${escape(inline.url)}">${html}</a>` : html
      }
      case 'note':
        return `<span ${NOTE_ATTRIBUTE}="${escape(inline.text)}"> (${escape(inline.text)})</span>`
      case 'citation':
        return `<span ${RECORD_ATTRIBUTE}="${escape(inline.record)}">[${escape(citationLabel(inline.record))}]</span>`
    }
  }
  return groupLists(doc.blocks).map(show).join('')
}

/** Spaces that HTML would swallow are kept by a span that preserves them, as word processors write it. */
function spaced(text: string): string {
  const html = escape(text)
  return /^\s|\s$|\s\s|[\t]/.test(text) ? `<span style="white-space:pre-wrap">${html}</span>` : html
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
