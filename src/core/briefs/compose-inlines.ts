import type { Lang } from '../model/lang.ts'
import type { Inline } from '../rich-text/document.ts'
import type { ComposedInline } from './composition.ts'
import type { Numbering } from './numbering.ts'
import { safeUrl } from './safe-url.ts'
import { textInlines } from './text-inlines.ts'

const NO_BREAK_SPACE = '\u00A0'

/**
 * The inlines of one block as they are printed: citations side by side become one ([1, 3]), a citation never begins a
 * line of its own, links that are not safe become plain text, and notes get their numbers.
 */
export function composeInlines(
  content: readonly Inline[],
  lang: Lang,
  numbering: Numbering,
): readonly ComposedInline[] {
  const composed: ComposedInline[] = []
  for (let at = 0; at < content.length; at++) {
    const inline = content[at] as Inline
    if (inline.kind === 'citation') {
      const { records, last } = citationRun(content, at)
      keepWithLine(composed)
      composed.push(numbering.cite(records))
      at = last
    } else if (inline.kind === 'link') {
      composed.push(...composeLink(inline, lang, numbering))
    } else if (inline.kind === 'note') {
      if (inline.text.trim() !== '') composed.push(numbering.addNote(inline.text, lang))
    } else if (inline.kind === 'break') {
      composed.push({ kind: 'break' })
    } else {
      composed.push(...textInlines(inline.text, undefined, inline.marks))
    }
  }
  return withoutOuterBreaks(composed)
}

/** Citations that only white space or a comma parts are one citation to a reader. */
function citationRun(content: readonly Inline[], from: number): { records: string[]; last: number } {
  const records: string[] = []
  let last = from
  for (let at = from; at < content.length; at++) {
    const inline = content[at] as Inline
    if (inline.kind === 'citation') {
      records.push(inline.record)
      last = at
    } else if (inline.kind !== 'text' || !/^[\s,;]*$/.test(inline.text)) {
      break
    }
  }
  return { records, last }
}

function keepWithLine(composed: ComposedInline[]): void {
  const before = composed.at(-1)
  if (before?.kind !== 'text') return
  const text = /[\s\u00A0]$/.test(before.text)
    ? before.text.replace(/\s+$/, NO_BREAK_SPACE)
    : before.text + NO_BREAK_SPACE
  composed[composed.length - 1] = { ...before, text }
}

function composeLink(
  link: Extract<Inline, { kind: 'link' }>,
  lang: Lang,
  numbering: Numbering,
): readonly ComposedInline[] {
  const content = composeInlines(link.content, lang, numbering).flatMap((inline) =>
    inline.kind === 'link' ? inline.content : [inline],
  )
  const words = content.filter((inline) => inline.kind === 'text' || inline.kind === 'break')
  const anchored = content.filter((inline) => inline.kind !== 'text' && inline.kind !== 'break')
  const url = safeUrl(link.url)
  if (url === null || words.length === 0) return [...words, ...anchored]
  return [{ kind: 'link', url, content: words }, ...anchored]
}

function withoutOuterBreaks(content: readonly ComposedInline[]): readonly ComposedInline[] {
  const first = content.findIndex((inline) => inline.kind !== 'break')
  const last = content.findLastIndex((inline) => inline.kind !== 'break')
  return first === -1 ? [] : content.slice(first, last + 1)
}
