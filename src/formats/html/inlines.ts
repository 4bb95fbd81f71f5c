import type { ComposedInline, ComposedText, Furniture } from '../../core/briefs/composition.ts'
import { CITE_SEPARATOR, inlineText, isRightToLeft, strengthText } from '../../core/briefs/inline-text.ts'
import type { Mark } from '../../core/rich-text/document.ts'
import { escapeHtml } from './escape.ts'

const MARK_TAGS: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
}

/** Inlines as HTML. */
export function inlinesToHtml(content: readonly ComposedInline[], furniture: Furniture): string {
  return content.map((inline) => inlineToHtml(inline, furniture)).join('')
}

/** The attributes of the element around a text: its direction, where it is not the page's. */
export function directionOf(content: readonly ComposedInline[]): string {
  return isRightToLeft(inlineText(content)) ? ' dir="rtl"' : ''
}

function inlineToHtml(inline: ComposedInline, furniture: Furniture): string {
  switch (inline.kind) {
    case 'text':
      return textToHtml(inline)
    case 'break':
      return '<br />'
    case 'link':
      return `<a href="${escapeHtml(inline.url)}">${inlinesToHtml(inline.content, furniture)}</a>`
    case 'note': {
      const { number } = inline
      return `<sup class="noteref"><a id="noteref-${number}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`
    }
    case 'citation': {
      const cites = inline.cites.map(({ number, label, occurrence }) => {
        const anchor = occurrence === 0 ? '' : `id="cite-${number}-${occurrence}" `
        return `<a ${anchor}href="#ref-${number}" role="doc-biblioref">${escapeHtml(label)}</a>`
      })
      return `<span class="cite">[${cites.join(CITE_SEPARATOR)}]</span>`
    }
    case 'tag':
      return `<span class="tag">${escapeHtml(inline.text)}</span>`
    case 'strength': {
      const label = escapeHtml(strengthText(furniture, inline.filled, inline.of))
      const marks = Array.from(
        { length: inline.of },
        (_, at) => `<rect x="${at * 10 + 1}" y="1" width="7" height="7"${at < inline.filled ? ' class="on"' : ''} />`,
      )
      const size = `viewBox="0 0 ${inline.of * 10} 9" width="${inline.of * 10}" height="9"`
      return `<svg class="strength" role="img" aria-label="${label}" ${size}>${marks.join('')}</svg>`
    }
  }
}

function textToHtml({ text, marks, lang }: ComposedText): string {
  const tags = [...new Set(marks)].map((mark) => MARK_TAGS[mark])
  const marked = tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, escapeHtml(text))
  return lang === undefined ? marked : `<span lang="${lang}">${marked}</span>`
}
