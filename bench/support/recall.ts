import { type Corpus, createRandom } from './corpus.ts'

/** A query whose answer is known: the record that its words were taken from. */
export type Known = { readonly query: string; readonly id: string; readonly kind: Mistake }

/** What is wrong with one of the words. */
export type Mistake = (typeof MISTAKES)[number]

/** Ways to mistype a word. */
export const MISTAKES = ['none', 'changed', 'left out', 'swapped', 'added'] as const

/** Queries of a word of the title and a rare one of the text, the rare one mistyped in each way. */
export function knownQueries(corpus: Corpus, records: number, count: number): readonly Known[] {
  const random = createRandom(7)
  return Array.from({ length: count }, () => corpus.record(Math.floor(random() * records))).flatMap((record) => {
    const words = record.sections.flatMap(({ text }) => text.split(/[^\p{L}]+/u))
    const rare = words.findLast((word) => word.length > 6)
    const title = record.title.split(' ').find((word) => word.length > 4)
    if (rare === undefined || title === undefined) return []
    return MISTAKES.map((kind) => ({ kind, id: record.id, query: `${title} ${mistaken(rare, kind)}` }))
  })
}

function mistaken(word: string, kind: Mistake): string {
  const at = Math.floor(word.length / 2)
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 1)]
  switch (kind) {
    case 'none':
      return word
    case 'changed':
      return `${before}${letter === 'x' ? 'z' : 'x'}${after}`
    case 'left out':
      return before + after
    case 'swapped':
      return before + next + letter + word.slice(at + 2)
    case 'added':
      return `${before}x${letter}${after}`
  }
}
