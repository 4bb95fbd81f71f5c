import type { Database } from 'sql.js'
import type { SqlJs } from './sql-js.ts'

/** What the typings of sql.js leave out: any function of SQLite that it was built with, and the handle of a database. */
type Raw = {
  readonly cwrap: (
    name: string,
    answer: 'number',
    takes: readonly ('number' | 'string')[],
  ) => (...args: unknown[]) => number
}
type WithHandle = { readonly db: number }

/** SQLite's own way to copy a database while it is in use. Source: sqlite.org, "Online Backup API". */
export type Backup = {
  /** Copies so many pages more, all that are left where the number is negative. */
  readonly step: (pages: number) => 'more' | 'done' | 'failed'
  /** Ends the copy, whether it is whole or not; a second time does nothing. */
  readonly finish: () => void
}

/** Begins to copy one open database over another one; undefined where SQLite refuses. */
export function beginBackup(SQL: SqlJs, from: Database, to: Database): Backup | undefined {
  const { cwrap } = SQL as unknown as Raw
  const handle = (database: Database): number => (database as unknown as WithHandle).db
  const init = cwrap('sqlite3_backup_init', 'number', ['number', 'string', 'number', 'string'])
  const step = cwrap('sqlite3_backup_step', 'number', ['number', 'number'])
  const finish = cwrap('sqlite3_backup_finish', 'number', ['number'])
  let backup = init(handle(to), 'main', handle(from), 'main')
  if (backup === 0) return undefined
  return {
    step(pages) {
      const code = step(backup, pages)
      return code === SQLITE_OK ? 'more' : code === SQLITE_DONE ? 'done' : 'failed'
    },
    finish() {
      if (backup !== 0) finish(backup)
      backup = 0
    },
  }
}

const SQLITE_OK = 0
const SQLITE_DONE = 101
