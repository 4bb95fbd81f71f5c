import type { Lang } from '../model/lang.ts'
import type { Mark } from '../rich-text/document.ts'
import type { ComposedInline, ComposedText } from './composition.ts'

/** Text as inlines: line ends become breaks, and a run of spaces is one. */
export function textInlines(text: string, lang?: Lang, marks: readonly Mark[] = []): readonly ComposedInline[] {
  const lines = text.replace(/ {2,}/g, ' ').split('\n')
  return lines.flatMap((line, index): readonly ComposedInline[] => {
    const piece: ComposedText = { kind: 'text', text: line, marks, ...(lang === undefined ? {} : { lang }) }
    return [...(index > 0 ? [{ kind: 'break' } as const] : []), ...(line === '' ? [] : [piece])]
  })
}

/** Text on one line. Only plain spaces and line ends are joined: the no-break spaces of French typography stay. */
export function oneLine(text: string): string {
  return text.replace(/[ \n]+/g, ' ').trim()
}
