import { DatabaseSync } from 'node:sqlite'
import type { Peer } from './peers.ts'

/** SQLite's own full-text search, in memory: no stems, no typos, no facets, no highlights. */
export function createFullTextTable(): Peer {
  const database = new DatabaseSync(':memory:')
  database.exec(
    `CREATE VIRTUAL TABLE page USING fts5(id UNINDEXED, title, summary, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
  )
  const insert = database.prepare('INSERT INTO page (id, title, summary, body) VALUES (?, ?, ?, ?)')
  const select = database.prepare('SELECT id FROM page WHERE page MATCH ? ORDER BY bm25(page, 0, 5, 3, 1) LIMIT 20')
  return {
    add({ id, title, summary, sections }) {
      insert.run(id, title, summary, sections.map(({ text }) => text).join('\n'))
    },
    search(query) {
      const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
      const match = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
      return match === '' ? [] : select.all(match).map((row) => String(row['id']))
    },
  }
}
