import { folded } from '../../i18n/format.ts'

/** Whether every word of what was typed begins a word of one of the names, accents and case aside. */
export function matchesWords(typed: string, names: readonly string[]): boolean {
  const wanted = wordsOf(typed)
  return names.some((name) => {
    const words = wordsOf(name)
    return wanted.every((word) => words.some((other) => other.startsWith(word)))
  })
}

function wordsOf(text: string): readonly string[] {
  return folded(text)
    .replaceAll('œ', 'oe')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '')
}
