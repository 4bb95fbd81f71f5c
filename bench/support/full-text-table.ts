import { DatabaseSync } from 'node:sqlite'
import type { CorpusRecord } from './corpus.ts'

/** SQLite's own full-text search over the same text, to compare with: no stems, no typos, no facets, no highlights. */
export type FullTextTable = { readonly add: (record: CorpusRecord) => void; readonly search: (query: string) => number }

/** Makes an empty table in memory. */
export function createFullTextTable(): FullTextTable {
  const database = new DatabaseSync(':memory:')
  database.exec(
    `CREATE VIRTUAL TABLE page USING fts5(title, summary, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
  )
  const insert = database.prepare('INSERT INTO page (title, summary, body) VALUES (?, ?, ?)')
  const select = database.prepare('SELECT rowid FROM page WHERE page MATCH ? ORDER BY bm25(page, 5, 3, 1) LIMIT 20')
  return {
    add({ title, summary, sections }) {
      insert.run(title, summary, sections.map(({ text }) => text).join('\n'))
    },
    search(query) {
      const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
      const match = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
      return match === '' ? 0 : select.all(match).length
    },
  }
}
