import type { Inline, Mark } from '../../core/rich-text/document.ts'
import { citationMarkdown } from './citation-syntax.ts'
import { escapeText, keepSpace } from './escape-text.ts'

/** How content is to be written. */
export type InlineStyle = {
  /** Marks as `**`, or as tags where signs would be misread. */
  readonly marks: 'signs' | 'tags'
  /** Whether line ends may stand in it: not in headings and table cells. */
  readonly lines: 'several' | 'one'
  /** Takes the text of a note, and answers with its number. */
  readonly note: (text: string) => number
}

type Leaf = Exclude<Inline, { readonly kind: 'link' }>
type Signs = readonly [open: string, close: string]

const TAGS: Readonly<Record<Exclude<Mark, 'code'>, Signs>> = {
  bold: ['<strong>', '</strong>'],
  italic: ['<em>', '</em>'],
  strike: ['<del>', '</del>'],
  underline: ['<u>', '</u>'],
  subscript: ['<sub>', '</sub>'],
  superscript: ['<sup>', '</sup>'],
}
const SIGNS: Partial<Record<Mark, Signs>> = { bold: ['**', '**'], italic: ['*', '*'], strike: ['~~', '~~'] }
const ORDER = ['bold', 'italic', 'strike', 'underline', 'subscript', 'superscript'] as const

/** Writes the content of a block. */
export function writeInlines(content: readonly Inline[], style: InlineStyle): string {
  const written = writeSpans(content, ORDER, style)
  return written
    .replace(/(?:\\\n)+$/, (breaks) => '<br>'.repeat(breaks.length / 2))
    .replace(/^[ \t]+|[ \t]+$|(?<=\n)[ \t]+/g, keepSpace)
}

/** Writes content whose marks of `order` are still to be opened: each once for the longest stretch that has it. */
function writeSpans(content: readonly Inline[], order: readonly (typeof ORDER)[number][], style: InlineStyle): string {
  const parts: string[] = []
  let at = 0
  while (at < content.length) {
    const inline = content[at]
    if (!inline) break
    const mark = order.find((entry) => has(inline, entry))
    let end = at + 1
    if (mark) {
      while (end < content.length && has(content[end], mark)) end += 1
      const inside = content.slice(at, end)
      const rest = order.filter((entry) => entry !== mark)
      parts.push(writeMarked(inside, mark, rest, style))
    } else parts.push(writeOne(inline, order, style, isLineStart(parts), content[at - 1]))
    at = end
  }
  return parts.join('')
}

function writeMarked(
  inside: readonly Inline[],
  mark: (typeof ORDER)[number],
  rest: readonly (typeof ORDER)[number][],
  style: InlineStyle,
): string {
  const signs = style.marks === 'signs' ? SIGNS[mark] : undefined
  const written = writeSpans(inside, rest, style)
  if (!signs) return `${TAGS[mark][0]}${written}${TAGS[mark][1]}`
  // Signs must touch words: the spaces at their ends go outside of them, where they look the same.
  const [, before = '', words = '', after = ''] = /^((?:[ \t]|\\\n)*)([\s\S]*?)((?:[ \t]|\\\n)*)$/.exec(written) ?? []
  return words === '' ? written : `${before}${signs[0]}${words}${signs[1]}${after}`
}

/** A link has the marks that all of its text has. */
function has(inline: Inline | undefined, mark: Mark): boolean {
  if (inline?.kind === 'text') return inline.marks.includes(mark)
  if (inline?.kind !== 'link') return false
  const texts = inline.content.filter((entry) => entry.kind === 'text')
  return texts.length > 0 && inline.content.every((entry) => entry.kind !== 'text' || entry.marks.includes(mark))
}

function writeOne(
  inline: Inline,
  order: readonly (typeof ORDER)[number][],
  style: InlineStyle,
  isStart: boolean,
  before: Inline | undefined,
): string {
  if (inline.kind !== 'link') return writeLeaf(inline, style, isStart, before)
  const text = writeSpans(inline.content, order, style)
  return `[${text}](${/[()]/.test(inline.url) ? `<${inline.url}>` : inline.url})`
}

function writeLeaf(leaf: Leaf, style: InlineStyle, isStart: boolean, before: Inline | undefined): string {
  switch (leaf.kind) {
    case 'text': {
      if (leaf.marks.includes('code')) return writeCode(leaf.text, style)
      const escaped = escapeText(leaf.text, isStart)
      const isAfterBracket = before?.kind === 'note' || before?.kind === 'citation'
      return isAfterBracket ? escaped.replace(/^[:(]/, '\\$&') : escaped
    }
    case 'break':
      return style.lines === 'several' ? '\\\n' : '<br>'
    case 'note':
      return `[^${style.note(leaf.text)}]`
    case 'citation':
      return citationMarkdown(leaf.record)
  }
}

function writeCode(text: string, style: InlineStyle): string {
  if (style.marks === 'tags') return `<code>${escapeText(text, false)}</code>`
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$|^ .* $/.test(text) && text.trim() !== '' ? ' ' : ''
  const words = style.lines === 'one' ? text.replaceAll('|', '\\|') : text
  return `${fence}${space}${words}${space}${fence}`
}

function isLineStart(parts: readonly string[]): boolean {
  const last = parts.at(-1)
  return last === undefined || last.endsWith('\n')
}
