import MiniSearch from 'minisearch'
import type { Peer } from './peers.ts'
import { termsOf } from './same-terms.ts'

type Page = { readonly id: string; readonly title: string; readonly summary: string; readonly body: string }

/** MiniSearch alone, with our analysis and the settings that it recommends for search as you type. */
export function createPlainMiniSearch(): Peer {
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
      return engine
        .search(termsOf(query, 'none').join(' '), { ...options, prefix })
        .slice(0, 20)
        .map(({ id }) => String(id))
    },
  }
}
