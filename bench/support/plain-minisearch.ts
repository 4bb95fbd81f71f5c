import MiniSearch from 'minisearch'
import { analyse } from '../../src/core/search/analyse.ts'
import { eachToken } from '../../src/core/search/tokens.ts'
import type { CorpusRecord } from './corpus.ts'

/** MiniSearch alone, with our analysis, to compare with. */
export type PlainMiniSearch = {
  readonly add: (record: CorpusRecord) => void
  readonly search: (query: string) => number
  readonly kept: () => string
}

type Page = { readonly id: string; readonly title: string; readonly summary: string; readonly body: string }

/** Makes an empty index with the settings that MiniSearch recommends for search as you type. */
export function createPlainMiniSearch(): PlainMiniSearch {
  const engine = new MiniSearch<Page>({
    fields: ['title', 'summary', 'body'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
  })
  return {
    add({ id, lang, title, summary, sections }) {
      const terms = (text: string): string => termsOf(text, lang).join(' ')
      const body = sections.map(({ text }) => terms(text)).join(' ')
      engine.add({ id, title: terms(title), summary: terms(summary), body })
    },
    search(query) {
      const options = { combineWith: 'AND', boost: { title: 5, summary: 3 }, fuzzy: 0.2 } as const
      const prefix = (_: string, place: number, all: readonly string[]): boolean => place === all.length - 1
      return engine.search(termsOf(query, 'none').join(' '), { ...options, prefix }).slice(0, 20).length
    },
    kept: () => JSON.stringify(engine),
  }
}

function termsOf(text: string, lang: CorpusRecord['lang'] | 'none'): readonly string[] {
  const terms: string[] = []
  eachToken(text, (start, end) => {
    const { term, stop } = analyse(text.slice(start, end), lang)
    if (!stop) terms.push(term)
  })
  return terms
}
