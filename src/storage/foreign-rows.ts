import type { Change } from '../core/history/change.ts'
import { CHANGE_COLUMNS, toChange } from './change-row.ts'
import type { Connection, Row } from './connection.ts'

/** What could be read of a log whose file is not to be trusted. */
export type ForeignLog = {
  readonly changes: readonly Change[]
  /** Rows that are there but are no changes. */
  readonly unreadable: number
  /** Whether every part of the table could be reached. */
  readonly complete: boolean
}

const SELECT = `SELECT rowid, ${CHANGE_COLUMNS} FROM change NOT INDEXED`
const BATCH = 500
/** The first byte of a page that holds rows of a table. Source: sqlite.org, "Database File Format", §1.6. */
const LEAF_OF_A_TABLE = 0x0d

/**
 * Whether a table is a plain one that holds these columns: no view, no virtual table, no computed column, so that
 * reading it runs nothing of a stranger's.
 */
export function isPlainTable(connection: Connection, name: string, columns: string): boolean {
  const [table, ...others] = connection.rows(
    "SELECT type, sql FROM sqlite_schema WHERE name = ? AND rootpage > 1 AND type <> 'index'",
    [name],
  )
  if (!table || others.length > 0 || table[0] !== 'table' || !/^CREATE TABLE /i.test(String(table[1]))) return false
  const plain = new Set(columnsOf(connection, name))
  return columns.split(', ').every((column) => plain.has(column))
}

/** The columns of a table that are there to be read, and not computed. */
export function columnsOf(connection: Connection, table: string): readonly string[] {
  return connection
    .rows('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0', [table])
    .map(([column]) => String(column))
}

/**
 * Reads every change that can be reached, however broken the file is: as a table until something breaks, and then
 * each leaf page for itself. Each row is held to what a change must be.
 *
 * @param connection opened with `READ_WHAT_IS_LEFT`; of no other use afterwards
 */
export function readForeignLog(connection: Connection, image: Uint8Array): ForeignLog {
  const found = new Map<string, Change>()
  let unreadable = 0
  const take = (row: Row): number => {
    const [place, ...rest] = row
    const change = toChange(rest)
    if (change) found.set(change.id, change)
    else unreadable += 1
    return Number(place)
  }
  if (scan(connection, 'forward', take) === undefined) {
    return { changes: [...found.values()], unreadable, complete: true }
  }
  const counted = unreadable
  readLeafByLeaf(connection, image, take)
  return { changes: [...found.values()], unreadable: counted, complete: false }
}

/**
 * Reads every leaf page as if it were the whole log, so that a lost inner page of the log's tree costs nothing. Rows of
 * other tables are no changes and fall away.
 */
function readLeafByLeaf(connection: Connection, image: Uint8Array, take: (row: Row) => number): void {
  const pageSize = Number(attempt(() => connection.rows('PRAGMA page_size'))?.[0]?.[0] ?? 0)
  if (pageSize < 512) return
  for (let page = 2; page * pageSize <= image.length; page += 1) {
    if (image[(page - 1) * pageSize] !== LEAF_OF_A_TABLE) continue
    const aimed = attempt(() => {
      connection.run("UPDATE sqlite_schema SET rootpage = ? WHERE name = 'change'", [page])
      connection.execute('PRAGMA writable_schema = RESET; PRAGMA writable_schema = ON')
      return true
    })
    if (!aimed) return
    if (scan(connection, 'forward', take) !== undefined) scan(connection, 'backward', take)
  }
}

/** Returns undefined where it came to the end, else the last place that could be read. */
function scan(connection: Connection, way: 'forward' | 'backward', take: (row: Row) => number): number | undefined {
  const [than, order] = way === 'forward' ? ['>', 'ASC'] : ['<', 'DESC']
  const query = (limit: number): string => `${SELECT} WHERE rowid ${than} ? ORDER BY rowid ${order} LIMIT ${limit}`
  let last = way === 'forward' ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
  for (;;) {
    // A batch that breaks is asked for again row by row: what comes before the damage is still good.
    const batch =
      attempt(() => connection.rows(query(BATCH), [last])) ?? attempt(() => connection.rows(query(1), [last]))
    if (!batch) return last
    if (batch.length === 0) return undefined
    const before = last
    for (const row of batch) last = take(row)
    // Pages that point at each other could hand out the same rows for ever.
    if (way === 'forward' ? last <= before : last >= before) return before
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
