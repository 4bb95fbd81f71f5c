import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store, WorkspaceHeader } from '../core/store.ts'
import { type Connection, openConnection } from './connection.ts'
import { imageProblem } from './gate.ts'
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
  const problem = imageProblem(SQL, image, path)
  return problem ? refused(problem) : done(openCheckedStore(SQL, image))
}

/** Opens an image in which nothing is wrong, as `imageProblem` has just said: looks at nothing again. */
export function openCheckedStore(SQL: SqlJs, image: Uint8Array): Store {
  const connection = openConnection(SQL, image)
  const header = readHeader(connection)
  if (!header) throw new Error('an image that was not checked')
  migrate(connection, readImageHeader(image)?.schemaVersion ?? 0)
  return sqlStore(SQL, connection, header)
}
