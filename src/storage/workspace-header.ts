import { PROJECTION_VERSION, type WorkspaceHeader } from '../core/store.ts'
import type { Connection } from './connection.ts'

/** The keys of the table `workspace`. Keys of later versions stay where they are. */
export const KEYS = { id: 'id', createdAt: 'created-at', projections: 'projections', light: 'light' } as const

const PUT_KEY =
  'INSERT INTO workspace (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'

/** Writes what is true of a workspace for good into an empty database. */
export function writeHeaderInTransaction(connection: Connection, header: WorkspaceHeader): void {
  connection.run(PUT_KEY, [KEYS.id, header.id])
  connection.run(PUT_KEY, [KEYS.createdAt, String(header.createdAt)])
  writeProjectionVersionInTransaction(connection)
}

/** Takes note of the rules by which projections are made from here on. */
export function writeProjectionVersionInTransaction(connection: Connection): void {
  connection.run(PUT_KEY, [KEYS.projections, String(PROJECTION_VERSION)])
}

/** Takes note that the projections of a store are still to be made. */
export function forgetProjectionVersionInTransaction(connection: Connection): void {
  connection.run('DELETE FROM workspace WHERE key = ?', [KEYS.projections])
}

/** Reads the header, or undefined where a file has none that could be ours. */
export function readHeader(connection: Connection): WorkspaceHeader | undefined {
  const id = readKey(connection, KEYS.id)
  const createdAt = Number(readKey(connection, KEYS.createdAt) ?? Number.NaN)
  // The id names journals and folders of backups, so nothing else gets through.
  if (id === undefined || !/^[0-9a-z]{1,64}$/.test(id) || !Number.isSafeInteger(createdAt)) return undefined
  return { id, createdAt }
}

/** One value of the table `workspace`. */
export function readKey(connection: Connection, key: string): string | undefined {
  const value = connection.rows('SELECT value FROM workspace WHERE key = ?', [key])[0]?.[0]
  return typeof value === 'string' ? value : undefined
}

/** Takes note that the bytes of what was attached up to a stamp are not in this copy's file; the empty text: all are. */
export function writeLight(connection: Connection, upTo: string): void {
  if (upTo === '') connection.run('DELETE FROM workspace WHERE key = ?', [KEYS.light])
  else connection.run(PUT_KEY, [KEYS.light, upTo])
}
