import type { Database } from 'sql.js'
import { beginBackup } from './backup.ts'
import { readImageHeader } from './image.ts'
import type { SqlJs } from './sql-js.ts'

/** So many bytes are copied at a stretch: some milliseconds, also on a slow computer. */
const AT_A_STRETCH = 1 << 19
/** How much a database may grow while it is copied before the copy has to begin again. */
const ROOM_TO_GROW = 1 << 22
/** How often a copy that was outgrown begins again before it is made in one go. */
const ATTEMPTS = 3

/**
 * The bytes of a database as it is at the end of the copy, which gives others a turn after each step.
 *
 * Whoever writes to it in between needs no care: SQLite writes what is changed in pages that were copied already into the
 * copy as well, within the same transaction. So the copy is the database of one moment, the last.
 *
 * @param beforeLast called in the same breath in which the last step is taken: what it writes is in the copy
 */
export function* copyInSteps(
  SQL: SqlJs,
  database: Database,
  beforeLast: () => void = () => undefined,
): Generator<undefined, Uint8Array> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const copy = yield* tryToCopy(SQL, database, beforeLast)
    if (copy) return copy
  }
  beforeLast()
  return database.export()
}

function* tryToCopy(
  SQL: SqlJs,
  database: Database,
  beforeLast: () => void,
): Generator<undefined, Uint8Array | undefined> {
  const pageSize = pageSizeOf(database)
  const pagesPerStep = Math.max(1, Math.floor(AT_A_STRETCH / pageSize))
  const bytes = new Uint8Array(pageCount(database) * pageSize + ROOM_TO_GROW)
  const copy = openOver(SQL, bytes, pageSize)
  const backup = beginBackup(SQL, database, copy)
  try {
    if (!backup) return undefined
    for (let copied = 0; copied + pagesPerStep < pageCount(database); copied += pagesPerStep) {
      if (pageCount(database) * pageSize > bytes.length || backup.step(pagesPerStep) !== 'more') return undefined
      yield
    }
    beforeLast()
    if (backup.step(-1) !== 'done') return undefined
    backup.finish()
    return held(bytes, pageCount(database) * pageSize)
  } finally {
    backup?.finish()
    copy.close()
  }
}

/**
 * An empty database whose pages are written into these bytes. What the bytes that a database begins with answer to `slice`
 * is what sql.js takes for the content of its file, and it uses the room beyond their length before it makes any other.
 * Should a later sql.js do it in another way, nothing will stand in the bytes in the end, and `held` says so.
 */
function openOver(SQL: SqlJs, bytes: Uint8Array, pageSize: number): Database {
  const page = emptyPage(SQL, pageSize)
  bytes.set(page)
  const copy = new SQL.Database(Object.assign(page, { slice: () => bytes }))
  // Nobody needs a copy that was not finished, so nothing is kept to take it back.
  copy.run('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1024')
  return copy
}

/** Where a database counts the changes of its schema; a copy adds one to what stood there. */
const SCHEMA_COOKIE = [40, 44] as const

/** The first page of a database with nothing in it. */
function emptyPage(SQL: SqlJs, pageSize: number): Uint8Array {
  const empty = new SQL.Database()
  try {
    empty.run(`PRAGMA page_size = ${pageSize}; PRAGMA user_version = 1`)
    return empty.export().fill(0, ...SCHEMA_COOKIE)
  } finally {
    empty.close()
  }
}

/** The image that was laid down, undefined where it went elsewhere: it outgrew the room, say. */
function held(bytes: Uint8Array, length: number): Uint8Array | undefined {
  if (length > bytes.length) return undefined
  const image = bytes.subarray(0, length)
  const header = readImageHeader(image)
  return header && header.pageCount * header.pageSize === length ? image : undefined
}

function pageCount(database: Database): number {
  return Number(database.exec('PRAGMA main.page_count')[0]?.values[0]?.[0])
}

function pageSizeOf(database: Database): number {
  return Number(database.exec('PRAGMA main.page_size')[0]?.values[0]?.[0])
}
