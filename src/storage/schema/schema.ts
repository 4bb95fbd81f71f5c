import { type Connection, openConnection, type Row } from '../connection.ts'
import type { SqlJs } from '../sql-js.ts'
import { VERSION_1 } from './version-1.ts'

/** What `file` and SQLite know a workspace by: "TMN1" in the header's application id. */
export const APPLICATION_ID = 0x544d4e31

/** One step per version, the first from an empty database. A step only ever adds: old laptops meet new files. */
const STEPS: readonly (readonly string[])[] = [VERSION_1]

/** The version of the file's tables that this program writes. */
export const SCHEMA_VERSION = STEPS.length

/** Brings a database from one version (0: empty) to ours. */
export function migrate(connection: Connection, from: number): void {
  if (from === SCHEMA_VERSION) return
  connection.transaction(() => buildInTransaction(connection, from, SCHEMA_VERSION))
}

/**
 * Every table and index a database has, as SQLite keeps their definitions, in a fixed order. More than we could ever
 * have are cut off: then the lists differ anyway.
 */
export function readSchema(connection: Connection): readonly Row[] {
  return connection.rows(
    'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name, sql LIMIT 100',
  )
}

/**
 * What `readSchema` must find in a file of one of our versions: exactly this and nothing else. A view or trigger in a
 * stranger's file would otherwise run as soon as we read or write.
 */
export function expectedSchema(SQL: SqlJs, version: number): readonly Row[] {
  const known = expected.get(SQL) ?? new Map<number, readonly Row[]>()
  expected.set(SQL, known)
  const schema = known.get(version) ?? buildSchema(SQL, version)
  known.set(version, schema)
  return schema
}

/** Building a database to look at takes as long as opening a small workspace, and comes to the same each time. */
const expected = new WeakMap<SqlJs, Map<number, readonly Row[]>>()

function buildSchema(SQL: SqlJs, version: number): readonly Row[] {
  const connection = openConnection(SQL)
  try {
    connection.transaction(() => buildInTransaction(connection, 0, version))
    return readSchema(connection)
  } finally {
    connection.close()
  }
}

function buildInTransaction(connection: Connection, from: number, to: number): void {
  for (const step of STEPS.slice(from, to)) for (const statement of step) connection.execute(statement)
  connection.execute(`PRAGMA application_id = ${APPLICATION_ID}`)
  connection.execute(`PRAGMA user_version = ${to}`)
}
