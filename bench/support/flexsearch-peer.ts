import { Index } from 'flexsearch'
import type { Peer } from './peers.ts'
import { bodyOf, termsOf } from './same-terms.ts'

/** FlexSearch with our analysis and beginnings of words; it knows neither typos nor rarity. */
export function createFlexSearch(): Peer {
  const index = new Index({ tokenize: 'forward', encode: (text: string) => (text === '' ? [] : text.split(' ')) })
  return {
    add(record) {
      index.add(record.id, termsOf(`${record.title} ${bodyOf(record)}`, record.lang).join(' '))
    },
    search: (query) => index.search(termsOf(query, 'none').join(' '), { limit: 20 }).map(String),
  }
}
