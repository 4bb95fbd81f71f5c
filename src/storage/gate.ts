import type { DamageKind, Problem } from '../core/problem.ts'
import { type Connection, openConnection, type Row } from './connection.ts'
import { readImageHeader, SHORTEST_IMAGE } from './image.ts'
import { APPLICATION_ID, expectedSchema, readSchema, SCHEMA_VERSION } from './schema/schema.ts'
import type { SqlJs } from './sql-js.ts'
import { readHeader } from './workspace-header.ts'

/**
 * What the first bytes of an image say against it, before SQLite sees any of it; undefined if nothing.
 *
 * A file cut to nothing would otherwise open as an empty database, and a shortened one as a good one.
 */
export function headerProblem(image: Uint8Array, path: string): Problem | undefined {
  if (image.length === 0) return { code: 'file-empty', path }
  const header = readImageHeader(image)
  if (!header || header.applicationId !== APPLICATION_ID) return { code: 'not-a-workspace', path }
  if (header.schemaVersion === 0 || !header.regular) return damaged(path, 'header')
  if (image.length < SHORTEST_IMAGE || header.pageSize * header.pageCount !== image.length)
    return damaged(path, 'length')
  if (header.schemaVersion <= SCHEMA_VERSION) return undefined
  return { code: 'workspace-too-new', path, theirs: header.schemaVersion, ours: SCHEMA_VERSION }
}

/** What is wrong with an image, from the outside in; undefined where it can be opened, read to its end and saved again. */
export function imageProblem(SQL: SqlJs, image: Uint8Array, path: string): Problem | undefined {
  const refusal = headerProblem(image, path)
  if (refusal) return refusal
  let connection: Connection
  try {
    connection = openConnection(SQL, image)
  } catch {
    // The first thing SQLite reads is the list of tables.
    return damaged(path, 'schema')
  }
  try {
    return contentProblem(SQL, connection, readImageHeader(image)?.schemaVersion ?? 0, path)
  } finally {
    connection.close()
  }
}

/**
 * What is wrong inside an opened image of one of our versions; undefined if nothing. Asks for the list of tables before
 * anything else: reading a stranger's view, or writing under a stranger's trigger, would run what the stranger wrote.
 */
function contentProblem(SQL: SqlJs, connection: Connection, version: number, path: string): Problem | undefined {
  try {
    if (!sameRows(readSchema(connection), expectedSchema(SQL, version))) return damaged(path, 'schema')
  } catch {
    return damaged(path, 'schema')
  }
  try {
    // The quick check would pass a log whose index hides some of it, or that holds one change twice.
    if (connection.rows('PRAGMA integrity_check(1)')[0]?.[0] !== 'ok') return damaged(path, 'content')
    if (readHeader(connection) === undefined) return damaged(path, 'content')
  } catch {
    return damaged(path, 'content')
  }
  return undefined
}

/** Names one kind of damage. */
export function damaged(path: string, what: DamageKind): Problem {
  return { code: 'workspace-damaged', path, what }
}

function sameRows(one: readonly Row[], other: readonly Row[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
