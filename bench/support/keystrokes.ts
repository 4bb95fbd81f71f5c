import { type Corpus, createRandom } from './corpus.ts'

/** What a person has typed after each letter of a query. */
export type Typing = { readonly query: string; readonly kind: 'word' | 'words' | 'name' | 'typo' }

/** Queries as people type them: words of titles, two words, rare names, names with a letter wrong. */
export function typings(corpus: Corpus, records: number, queries: number): readonly Typing[] {
  const random = createRandom(99)
  const chosen = Array.from({ length: queries }, (_, at): Typing => {
    const record = corpus.record(Math.floor(random() * records))
    const title = record.title.split(' ').filter((word) => word.length > 4)
    const first = title[0] ?? record.title
    const rare = record.sections[0]?.text.split(/\W+/u).findLast((word) => word.length > 6) ?? first
    const kind = (['word', 'words', 'name', 'typo'] as const)[at % 4] ?? 'word'
    if (kind === 'word') return { kind, query: first }
    if (kind === 'words') return { kind, query: `${first} ${title[1] ?? rare}` }
    return { kind, query: kind === 'name' ? rare : mistyped(rare) }
  })
  return chosen.flatMap(({ query, kind }) =>
    Array.from({ length: query.length }, (_, at) => ({ kind, query: query.slice(0, at + 1) })),
  )
}

function mistyped(word: string): string {
  const middle = Math.floor(word.length / 2)
  return `${word.slice(0, middle)}x${word.slice(middle + 1)}`
}
