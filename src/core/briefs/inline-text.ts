import type { Cite, ComposedInline, Furniture } from './composition.ts'

/** What stands between the numbers of a citation. */
export const CITE_SEPARATOR = ',\u00A0'

/** What a citation prints: "[1, 3]". */
export function citationText(cites: readonly Cite[]): string {
  return `[${cites.map(({ label }) => label).join(CITE_SEPARATOR)}]`
}

/** Inlines as plain text; a break is a line end. */
export function inlineText(content: readonly ComposedInline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'tag':
          return inline.text
        case 'break':
          return '\n'
        case 'link':
          return inlineText(inline.content)
        case 'citation':
          return citationText(inline.cites)
        case 'note':
        case 'strength':
          return ''
      }
    })
    .join('')
}

/** A strength mark as words for those who cannot see it. */
export function strengthText({ strength }: Furniture, filled: number, of: number): string {
  return strength.replace('{filled}', String(filled)).replace('{of}', String(of))
}

/** Whether a text reads from right to left, by its first letter that has a direction. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{Letter}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
}

/** A title short enough for the one line of a running head or foot. */
export function runningTitle(title: string): string {
  const letters = Array.from(title)
  return letters.length <= 90
    ? title
    : `${letters
        .slice(0, 88)
        .join('')
        .replace(/\s+\S*$/, '')}…`
}
