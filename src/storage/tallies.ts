import type { AuthorTally } from '../core/history/who-has-what.ts'
import type { Connection } from './connection.ts'

/** SQLite takes the other columns from the row that has the maximum. */
const TALLIES = 'SELECT author, subject, kind, count(*), max(id) FROM change GROUP BY author, subject'

/** What each author wrote in each subject, counted where the changes are. */
export function authorTallies(connection: Connection): readonly AuthorTally[] {
  return connection.rows(TALLIES).map(([author, subject, kind, changes, last]) => ({
    author: String(author),
    subject: String(subject),
    kind: String(kind),
    changes: Number(changes),
    last: String(last),
  }))
}

/** How many changes are later than a stamp. */
export function changesAfter(connection: Connection, stamp: string): number {
  return Number(connection.rows('SELECT count(*) FROM change WHERE id > ?', [stamp])[0]?.[0])
}

/** How many changes each subject has, or one alone. Read off the index by subject, which is quick. */
export function changeCounts(connection: Connection, subject?: string): ReadonlyMap<string, number> {
  const rows =
    subject === undefined
      ? connection.rows('SELECT subject, count(*) FROM change GROUP BY subject')
      : connection.rows('SELECT subject, count(*) FROM change WHERE subject = ?', [subject])
  return new Map(rows.map(([of, count]) => [String(of), Number(count)]))
}
