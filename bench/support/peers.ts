import type { CorpusRecord } from './corpus.ts'
import { createFlexSearch } from './flexsearch-peer.ts'
import { createFullTextTable } from './full-text-table.ts'
import { createPlainMiniSearch } from './plain-minisearch.ts'
import { createTiddlyWiki } from './tiddlywiki-peer.ts'

/** Something else that searches the same text. Answers are the ids found, best first, 20 at most. */
export type Peer = {
  readonly add: (record: CorpusRecord) => void
  readonly search: (query: string) => readonly string[]
}

/** What can be compared with, by name. */
export const PEERS: Readonly<Record<string, () => Peer | Promise<Peer>>> = {
  fts5: createFullTextTable,
  minisearch: createPlainMiniSearch,
  flexsearch: createFlexSearch,
  tiddlywiki: createTiddlyWiki,
}
