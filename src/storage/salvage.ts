import type { WorkspaceHeader } from '../core/store.ts'
import { CHANGE_COLUMNS } from './change-row.ts'
import { type Connection, openConnection, READ_WHAT_IS_LEFT } from './connection.ts'
import { columnsOf, type ForeignLog, isPlainTable, readForeignLog } from './foreign-rows.ts'
import { migrate } from './schema/schema.ts'
import type { SqlJs } from './sql-js.ts'
import { readHeader } from './workspace-header.ts'

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
  const asItIs = salvageAsItIs(SQL, image).found
  if (asItIs.changes.length > 0 || asItIs.complete) return asItIs
  const patched = withFreshFirstPage(SQL, image)
  const again = patched ? salvageAsItIs(SQL, patched).found : NOTHING
  return again.changes.length > 0 ? { ...again, complete: false } : asItIs
}

/** What an image gives up as it is, and whether its changes have columns that we do not know. */
export function salvageAsItIs(
  SQL: SqlJs,
  image: Uint8Array,
): { readonly found: Salvage; readonly hasOtherColumns: boolean } {
  let connection: Connection
  try {
    connection = openConnection(SQL, image, READ_WHAT_IS_LEFT)
  } catch {
    return { found: NOTHING, hasOtherColumns: false }
  }
  try {
    const isPlain = isPlainTable(connection, 'change', CHANGE_COLUMNS)
    const hasOtherColumns = isPlain && columnsOf(connection, 'change').length > CHANGE_COLUMNS.split(', ').length
    const log = isPlain ? readForeignLog(connection, image) : NOTHING
    return { found: { ...log, header: headerOf(connection) }, hasOtherColumns }
  } catch {
    return { found: NOTHING, hasOtherColumns: false }
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
