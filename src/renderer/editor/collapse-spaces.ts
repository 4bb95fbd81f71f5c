import type { Inline } from '../../core/rich-text/document.ts'

/** Inline content as it is read: what it is, the link around it, and whether its white space counts. */
export type ReadInline = {
  readonly inline: Exclude<Inline, { readonly kind: 'link' }>
  readonly url: string | null
  readonly keepsSpaces: boolean
}

/** Collapses white space the way HTML is shown: runs become one space, none at the ends of a line. */
export function collapseSpaces(content: readonly ReadInline[]): readonly ReadInline[] {
  const result: ReadInline[] = []
  let follows = true
  for (const entry of content) {
    const { inline, keepsSpaces } = entry
    if (inline.kind !== 'text') {
      if (inline.kind === 'break') trimEnd(result)
      result.push(entry)
      follows = inline.kind === 'break'
      continue
    }
    const text = keepsSpaces ? inline.text : collapsed(inline.text, follows)
    if (text === '') continue
    result.push({ ...entry, inline: { ...inline, text } })
    follows = !keepsSpaces && text.endsWith(' ')
  }
  trimEnd(result)
  // The last break of a block only holds it open.
  if (result.at(-1)?.inline.kind === 'break') result.pop()
  return result
}

function collapsed(text: string, afterSpace: boolean): string {
  const single = text.replace(/[ \t\n\r\f]+/g, ' ')
  return afterSpace ? single.replace(/^ /, '') : single
}

function trimEnd(result: ReadInline[]): void {
  const last = result.at(-1)
  if (!last || last.keepsSpaces || last.inline.kind !== 'text' || !last.inline.text.endsWith(' ')) return
  result.pop()
  const text = last.inline.text.slice(0, -1)
  if (text !== '') result.push({ ...last, inline: { ...last.inline, text } })
}
