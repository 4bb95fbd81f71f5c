/** What the first 100 bytes of a SQLite database say. Source: sqlite.org, "Database File Format", §1.3. */
export type ImageHeader = {
  readonly pageSize: number
  readonly pageCount: number
  readonly applicationId: number
  /** The version of our schema, SQLite's `user_version`. */
  readonly schemaVersion: number
  /** Whether everything else is as every workspace file has it. */
  readonly regular: boolean
}

/** The shortest a SQLite database can be: one page of the smallest size. */
export const SHORTEST_IMAGE = 512

const MAGIC = Uint8Array.from('SQLite format 3\0', (letter) => letter.charCodeAt(0))
const AT = {
  pageSize: 16,
  fileFormat: 18,
  changeCounter: 24,
  pageCount: 28,
  largestRoot: 52,
  encoding: 56,
  schemaVersion: 60,
  applicationId: 68,
  validFor: 92,
  sqliteVersion: 96,
}
/** Rollback journal for reading and writing, no bytes kept back at the end of pages, SQLite's fixed payload fractions. */
const FILE_FORMAT = [1, 1, 0, 64, 32, 32]
const UTF_8 = 1
/** Stamped on every image, whichever SQLite made it, so that the same content gives the same bytes. */
const SQLITE_VERSION = 3_054_001

/** Reads a database's header, or undefined where the bytes do not begin like a SQLite database. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes.length < 100 || !startsLikeSqlite(bytes)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, 100)
  const written = view.getUint16(AT.pageSize)
  const pageSize = written === 1 ? 65_536 : written
  return {
    pageSize,
    pageCount: view.getUint32(AT.pageCount),
    applicationId: view.getUint32(AT.applicationId),
    schemaVersion: view.getUint32(AT.schemaVersion),
    regular:
      pageSize >= 512 &&
      (pageSize & (pageSize - 1)) === 0 &&
      FILE_FORMAT.every((byte, index) => view.getUint8(AT.fileFormat + index) === byte) &&
      view.getUint32(AT.changeCounter) === view.getUint32(AT.validFor) &&
      view.getUint32(AT.largestRoot) === 0 &&
      view.getUint32(AT.encoding) === UTF_8,
  }
}

/** Whether the bytes begin with SQLite's signature. */
export function startsLikeSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && MAGIC.every((byte, index) => bytes[index] === byte)
}

/**
 * Writes over what the header says of the image's own past: how often it was written, and by which SQLite. What is
 * left depends on the content alone.
 */
export function forgetPast(image: Uint8Array): Uint8Array {
  const view = new DataView(image.buffer, image.byteOffset, 100)
  view.setUint32(AT.changeCounter, 1)
  view.setUint32(AT.validFor, 1)
  view.setUint32(AT.sqliteVersion, SQLITE_VERSION)
  return image
}
