import type { Lang } from '../model/lang.ts'
import { analyse } from '../search/analyse.ts'
import { eachToken } from '../search/tokens.ts'

/** The words of a text that mean something, each once, in their order. */
export function tellingWords(text: string, lang: Lang): readonly string[] {
  const words = new Map<string, string>()
  eachToken(text, (start, end) => {
    const word = text.slice(start, end)
    const { term, stop, kind } = analyse(word, lang)
    if (!stop && kind === 'word' && word.length > 2 && !words.has(term)) words.set(term, word)
  })
  return [...words.values()]
}

/** The share of the words of two texts that both have, from 0 to 1; 0 where one of them has fewer than `fewest`. */
export function shareOfWords(one: string, other: string, lang: Lang, fewest: number): number {
  const [mine, theirs] = [one, other].map(
    (text) => new Set(tellingWords(text, lang).map((word) => analyse(word, lang).term)),
  )
  if (!mine || !theirs || Math.min(mine.size, theirs.size) < fewest) return 0
  const both = [...mine].filter((term) => theirs.has(term)).length
  return both / (mine.size + theirs.size - both)
}
