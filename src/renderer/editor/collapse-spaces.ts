import type { Inline } from '../../core/rich-text/document.ts'

/** Inline content with how its white space counts. */
export type SpacedInline = { readonly inline: Inline; readonly keepsSpaces: boolean }

/** Collapses white space the way HTML is shown: runs become one space, none at the ends of a line. */
export function collapseSpaces(content: readonly SpacedInline[]): readonly Inline[] {
  const result: Inline[] = []
  let follows = true
  for (const { inline, keepsSpaces } of content) {
    const text = textIn(inline)
    if (text === null) {
      if (inline.kind === 'break') trimEnd(result)
      result.push(inline)
      follows = inline.kind === 'break'
      continue
    }
    const shown = keepsSpaces ? text : collapsed(text, follows)
    if (shown === '') continue
    result.push(withText(inline, shown))
    follows = !keepsSpaces && shown.endsWith(' ')
  }
  if (content.at(-1)?.keepsSpaces !== true) trimEnd(result)
  // The last break of a block only holds it open.
  if (result.at(-1)?.kind === 'break') result.pop()
  return result
}

function collapsed(text: string, afterSpace: boolean): string {
  const single = text.replace(/[ \t\n\r\f]+/g, ' ')
  return afterSpace ? single.replace(/^ /, '') : single
}

function trimEnd(result: Inline[]): void {
  const last = result.at(-1)
  const text = last && textIn(last)
  if (!last || !text?.endsWith(' ')) return
  result.pop()
  if (text.length > 1) result.push(withText(last, text.slice(0, -1)))
}

function textIn(inline: Inline): string | null {
  if (inline.kind === 'text') return inline.text
  const [only] = inline.kind === 'link' ? inline.content : []
  return only?.kind === 'text' ? only.text : null
}

function withText(inline: Inline, text: string): Inline {
  if (inline.kind === 'link') return { ...inline, content: inline.content.map((part) => withText(part, text)) }
  return inline.kind === 'text' ? { ...inline, text } : inline
}
