import type { Database, SqlValue, Statement } from 'sql.js'
import { copyInSteps } from './copy-in-steps.ts'
import type { SqlJs } from './sql-js.ts'

/** One row as SQLite gives it. */
export type Row = readonly SqlValue[]

/** One open database in memory. Statements are prepared once and kept until it is closed. */
export type Connection = {
  /** Runs statements that take no values; several may be separated by semicolons. */
  readonly execute: (sql: string) => void
  /** Runs one statement with values, and returns how many rows it changed. */
  readonly run: (sql: string, values: Row) => number
  /** All rows of one query. */
  readonly rows: (sql: string, values?: Row) => Row[]
  /** All that `act` does, or nothing of it. */
  readonly transaction: <T>(act: () => T) => T
  /** The name by which another connection of this process can attach this database. */
  readonly fileName: () => string
  /** The bytes of the database. Throws inside a transaction. */
  readonly export: () => Uint8Array
  /** The same with turns for others in between; `beforeLast` may write what is to be in it. See `copy-in-steps.ts`. */
  readonly exportInSteps: (beforeLast: () => void) => Generator<undefined, Uint8Array>
  readonly close: () => void
}

/**
 * How every connection is set up. `secure_delete` overwrites what is deleted with zeros. The journal and all temporary
 * tables stay in memory, which is where the database itself is; `trusted_schema` and `cell_size_check` are SQLite's own
 * advice for files from strangers. `page_size` only counts for a database that is still empty.
 */
const SETTINGS = `
  PRAGMA page_size = 16384;
  PRAGMA secure_delete = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32768;
`

/**
 * For reading what can still be read of a damaged file, and nothing else: `writable_schema` lets SQLite go on where one
 * table's definition is nonsense, and one bad cell must not cost the whole page that it is on.
 */
export const READ_WHAT_IS_LEFT = `
  PRAGMA writable_schema = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = OFF;
`

/** Opens an empty database, or one from its bytes; throws where SQLite cannot make sense of them. */
export function openConnection(SQL: SqlJs, image?: Uint8Array, settings = SETTINGS): Connection {
  const connection = connect(SQL, new SQL.Database(image))
  try {
    connection.execute(settings)
  } catch (error) {
    connection.close()
    throw error
  }
  return connection
}

function connect(SQL: SqlJs, database: Database): Connection {
  const statements = new Map<string, Statement>()
  const statement = (sql: string): Statement => {
    const found = statements.get(sql)
    if (found) return found
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const rows = (sql: string, values: Row = []): Row[] => {
    const prepared = statement(sql)
    try {
      const found: Row[] = []
      prepared.bind([...values])
      while (prepared.step()) found.push(prepared.get())
      return found
    } finally {
      prepared.reset()
    }
  }
  const execute = (sql: string): void => {
    database.run(sql)
  }
  return {
    execute,
    run(sql, values) {
      const prepared = statement(sql)
      try {
        prepared.run([...values])
      } finally {
        prepared.reset()
      }
      return database.getRowsModified()
    },
    rows,
    transaction(act) {
      execute('BEGIN')
      try {
        const result = act()
        execute('COMMIT')
        return result
      } catch (error) {
        rollBack(execute)
        throw error
      }
    },
    fileName: () => String(rows("SELECT file FROM pragma_database_list WHERE name = 'main'")[0]?.[0] ?? ''),
    export: () => database.export(),
    exportInSteps: (beforeLast) => copyInSteps(SQL, database, beforeLast),
    close: () => database.close(),
  }
}

/** SQLite rolls some failures back by itself; then there is nothing left to undo, and the first error is what counts. */
function rollBack(execute: (sql: string) => void): void {
  try {
    execute('ROLLBACK')
  } catch {}
}
