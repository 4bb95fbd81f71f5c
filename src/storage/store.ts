import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store, WorkspaceHeader } from '../core/store.ts'
import { type Connection, openConnection } from './connection.ts'
import { contentProblem, damaged, headerProblem } from './gate.ts'
import { readImageHeader } from './image.ts'
import { migrate } from './schema/schema.ts'
import type { SqlJs } from './sql-js.ts'
import { sqlStore } from './sql-store.ts'
import { readHeader, writeHeaderInTransaction } from './workspace-header.ts'

/** Makes an empty workspace. The id of the header is 1 to 64 characters 0-9a-z. */
export function createStore(SQL: SqlJs, header: WorkspaceHeader): Store {
  return sqlStore(SQL, createDatabase(SQL, header), header)
}

/** The database of an empty workspace. */
export function createDatabase(SQL: SqlJs, header: WorkspaceHeader): Connection {
  const connection = openConnection(SQL)
  migrate(connection, 0)
  connection.transaction(() => writeHeaderInTransaction(connection, header))
  return connection
}

/**
 * Opens a workspace from its image (without the trailer), or says why not. Never trusts a byte of it, and never shows
 * a damaged workspace as an empty one.
 *
 * @param path only to name the file in a problem
 */
export function openStore(SQL: SqlJs, image: Uint8Array, path: string): Outcome<Store> {
  const refusal = headerProblem(image, path)
  if (refusal) return refused(refusal)
  const version = readImageHeader(image)?.schemaVersion ?? 0
  let connection: Connection
  try {
    connection = openConnection(SQL, image)
  } catch {
    // The first thing SQLite reads is the list of tables.
    return refused(damaged(path, 'schema'))
  }
  const problem = contentProblem(SQL, connection, version, path)
  const header = problem ? undefined : readHeader(connection)
  if (problem || !header) {
    connection.close()
    return refused(problem ?? damaged(path, 'content'))
  }
  migrate(connection, version)
  return done(sqlStore(SQL, connection, header))
}
