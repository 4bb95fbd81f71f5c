import type { Lang } from '../../src/core/model/lang.ts'
import { analyse } from '../../src/core/search/analyse.ts'
import { foldWord } from '../../src/core/search/fold.ts'
import { eachToken } from '../../src/core/search/tokens.ts'
import { createRandom } from './corpus.ts'

/** What happens to words on the way from a head to a keyboard. */
export const MISHAPS = ['clean', 'a typo', 'accents missing', 'the wrong number'] as const

/** One of them. */
export type Mishap = (typeof MISHAPS)[number]

/** Some telling words of a text in their order: long ones more often; the same for the same text and key. */
export function keywords(text: string, lang: Lang, count: number, key: string): readonly string[] {
  const words = new Set<string>()
  eachToken(text, (start, end) => {
    const word = text.slice(start, end)
    if (word.length > 3 && !/\d/.test(word) && !analyse(word, lang).stop) words.add(word)
  })
  const random = createRandom(
    [...`${key}${lang}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7),
  )
  const ranked = [...words].map((word) => [word, Math.min(word.length, 9) * (0.4 + random())] as const)
  const chosen = new Set(
    ranked
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([word]) => word),
  )
  return [...words].filter((word) => chosen.has(word))
}

/** A query of these words after a mishap, which befalls the longest of them. */
export function withMishap(words: readonly string[], mishap: Mishap, lang: Lang): string {
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return words
    .map((word) => (mishap === 'accents missing' || word === longest ? befallen(word, mishap, lang) : word))
    .join(' ')
}

function befallen(word: string, mishap: Mishap, lang: Lang): string {
  const middle = Math.floor(word.length / 2)
  switch (mishap) {
    case 'clean':
      return word
    case 'a typo':
      return word.slice(0, middle) + word.slice(middle + 1)
    case 'accents missing':
      return foldWord(word)
    case 'the wrong number':
      if (word.endsWith('s'))
        return lang === 'es' && /[^aeiouáéíó]es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
      return lang === 'es' && /[^aeiouáéíó]$/.test(word) ? `${word}es` : `${word}s`
  }
}
