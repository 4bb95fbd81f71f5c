import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store, WorkspaceHeader } from '../core/store.ts'
import { CHANGE_COLUMNS } from './change-row.ts'
import { type Connection, openConnection, READ_WHAT_IS_LEFT } from './connection.ts'
import { type ForeignLog, isPlainTable, readForeignLog } from './foreign-rows.ts'
import { damaged, headerProblem } from './gate.ts'
import { migrate } from './schema/schema.ts'
import type { SqlJs } from './sql-js.ts'
import { sqlStore } from './sql-store.ts'
import { createDatabase } from './store.ts'
import { forgetProjectionVersionInTransaction, readHeader } from './workspace-header.ts'

/** What could be saved out of a damaged workspace. */
export type Salvage = ForeignLog & {
  /** Null where even the id of the workspace is gone. */
  readonly header: WorkspaceHeader | null
}

const NOTHING: Salvage = { header: null, changes: [], unreadable: 0, complete: false }

/**
 * Reads every change that can still be read from a damaged or foreign image. Only rows of plain tables are read, and
 * each is held to what a change must be, so the changes may go into a store of our own.
 */
export function salvage(SQL: SqlJs, image: Uint8Array): Salvage {
  const asItIs = salvageFrom(SQL, image)
  if (asItIs.changes.length > 0 || asItIs.complete) return asItIs
  const patched = withFreshFirstPage(SQL, image)
  const again = patched ? salvageFrom(SQL, patched) : NOTHING
  return again.changes.length > 0 ? { ...again, complete: false } : asItIs
}

/**
 * Opens a workspace of a newer version to look at: what this version knows of it is copied into a store of our own,
 * without projections. It must never be saved over the file, which may hold more.
 */
export function openNewerStore(SQL: SqlJs, image: Uint8Array, path: string): Outcome<Store> {
  const refusal = headerProblem(image, path)
  if (refusal && refusal.code !== 'workspace-too-new') return refused(refusal)
  const { header, changes, unreadable, complete } = salvageFrom(SQL, image)
  if (!header || !complete || unreadable > 0) return refused(damaged(path, 'content'))
  const connection = createDatabase(SQL, header)
  connection.transaction(() => forgetProjectionVersionInTransaction(connection))
  const store = sqlStore(SQL, connection, header)
  store.append(changes, [])
  return done(store)
}

function salvageFrom(SQL: SqlJs, image: Uint8Array): Salvage {
  let connection: Connection
  try {
    connection = openConnection(SQL, image, READ_WHAT_IS_LEFT)
  } catch {
    return NOTHING
  }
  try {
    const log = isPlainTable(connection, 'change', CHANGE_COLUMNS) ? readForeignLog(connection, image) : NOTHING
    return { ...log, header: headerOf(connection) }
  } catch {
    return NOTHING
  } finally {
    connection.close()
  }
}

function headerOf(connection: Connection): WorkspaceHeader | null {
  try {
    return isPlainTable(connection, 'workspace', 'key, value') ? (readHeader(connection) ?? null) : null
  } catch {
    return null
  }
}

/**
 * The image with the first page of an empty workspace: it says where the tables begin, and in every file of ours they
 * begin at the same pages. Without it a single bad sector at the beginning would cost everything.
 */
function withFreshFirstPage(SQL: SqlJs, image: Uint8Array): Uint8Array | undefined {
  const connection = openConnection(SQL)
  try {
    migrate(connection, 0)
    const fresh = connection.export()
    const pageSize = fresh.length / Number(connection.rows('PRAGMA page_count')[0]?.[0])
    const pageCount = Math.floor(image.length / pageSize)
    if (pageCount < 2) return undefined
    const patched = image.slice(0, pageCount * pageSize)
    patched.set(fresh.subarray(0, pageSize))
    new DataView(patched.buffer).setUint32(28, pageCount)
    return patched
  } finally {
    connection.close()
  }
}
