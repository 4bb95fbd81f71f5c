import type { Mark } from '../../core/rich-text/document.ts'

const MARK_OF_TAG: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  sub: 'subscript',
  sup: 'superscript',
}
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
const BLOCK_END = /<\/(?:address|article|blockquote|dd|div|dt|h[1-6]|li|p|section|td|th|tr)\s*>|<br\s*\/?>/gi

/** What one tag within a line means: a line break, or the beginning or end of a mark; null for all other tags. */
export function inlineTag(html: string): { readonly mark: Mark | 'break'; readonly isEnd: boolean } | null {
  const match = /^<(\/?)([a-z][a-z0-9]*)\b[^>]*>$/i.exec(html)
  const name = match?.[2]?.toLowerCase() ?? ''
  if (name === 'br') return { mark: 'break', isEnd: false }
  const mark = Object.hasOwn(MARK_OF_TAG, name) ? MARK_OF_TAG[name] : undefined
  return mark ? { mark, isEnd: match?.[1] === '/' } : null
}

/** The lines of text in a block of HTML, without tags, comments, scripts and styles. */
export function htmlLines(html: string): readonly string[] {
  const text = html
    .replaceAll(/<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(BLOCK_END, '\0')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[ \t\n\r]+/g, ' ')
  return text
    .split('\0')
    .map((line) => decoded(line.trim()))
    .filter((line) => line !== '')
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    return Object.hasOwn(NAMED, name ?? '') ? (NAMED[name] ?? whole) : whole
  })
}
