import { readImageHeader } from './image.ts'
import { APPLICATION_ID } from './schema/schema.ts'
import { KEYS } from './workspace-header.ts'

/** Reads bytes of a file from a position on; fewer where the file ends before. */
export type ReadAt = (position: number, length: number) => Promise<Uint8Array>

const TABLE_LEAF = 0x0d
const INDEX_LEAF = 0x0a
/** Where the first page's own content begins, behind the header of the database. */
const HEADER = 100

/**
 * Reads which workspace a file says it is, from two of its pages, however large it is; undefined where it is no
 * workspace file, or none that can be told at a glance. Nothing else of the file is looked at: that a file names a
 * workspace does not make it whole, nor true.
 *
 * The pages are read as sqlite.org's "Database File Format" §1.6 and §2 describe them, without SQLite.
 */
export async function readWorkspaceId(read: ReadAt): Promise<string | undefined> {
  const header = readImageHeader(await read(0, HEADER))
  if (!header || header.applicationId !== APPLICATION_ID || !header.regular) return undefined
  const pageOf = (page: number) => read((page - 1) * header.pageSize, header.pageSize)
  try {
    const tables = rowsOf(await pageOf(1), HEADER, TABLE_LEAF)
    const root = tables.find(([type, name]) => type === 'table' && name === 'workspace')?.[3]
    if (typeof root !== 'number' || root < 2 || root > header.pageCount) return undefined
    const id = rowsOf(await pageOf(root), 0, INDEX_LEAF).find(([key]) => key === KEYS.id)?.[1]
    return typeof id === 'string' && /^[0-9a-z]{1,64}$/.test(id) ? id : undefined
  } catch (error) {
    // What points outside of its page is damaged, or was made to look like a page.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

type Value = string | number | null

/** The rows of one leaf page; none where it is another kind of page. Longer rows than fit on it are left out. */
function rowsOf(page: Uint8Array, start: number, kind: number): readonly (readonly Value[])[] {
  const view = new DataView(page.buffer, page.byteOffset, page.length)
  if (view.getUint8(start) !== kind) return []
  const count = view.getUint16(start + 3)
  return Array.from({ length: count }, (_, index) => view.getUint16(start + 8 + 2 * index)).flatMap((cell) => {
    const length = varint(view, cell)
    const rowId = kind === TABLE_LEAF ? varint(view, length.end) : length
    return rowId.end + length.value <= page.length ? [valuesOf(view, rowId.end)] : []
  })
}

function valuesOf(view: DataView, start: number): readonly Value[] {
  const header = varint(view, start)
  const values: Value[] = []
  let at = start + header.value
  for (let next = header.end; next < start + header.value; ) {
    const type = varint(view, next)
    next = type.end
    const size = sizeOf(type.value)
    values.push(valueAt(view, at, type.value, size))
    at += size
  }
  return values
}

function valueAt(view: DataView, at: number, type: number, size: number): Value {
  if (type >= 13 && type % 2 === 1) return text(view, at, size)
  if (type === 8 || type === 9) return type - 8
  if (type < 1 || type > 4) return null
  let value = 0
  for (let index = 0; index < size; index += 1) value = value * 256 + view.getUint8(at + index)
  return value
}

/** How many bytes a value of a serial type takes. */
function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0
}

/** Letter by letter: nothing that is looked for here has any but plain ones. */
function text(view: DataView, at: number, size: number): string {
  if (at + size > view.byteLength) throw new RangeError('a value reaches over the end of its page')
  return Array.from({ length: size }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('')
}

/** SQLite's integers of one to nine bytes; the ninth never comes up in what is read here. */
function varint(view: DataView, at: number): { readonly value: number; readonly end: number } {
  let value = 0
  for (let end = at; ; end += 1) {
    const byte = view.getUint8(end)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80 || end - at === 8) return { value, end: end + 1 }
  }
}
