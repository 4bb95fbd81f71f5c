/** What the directory of an archive says of one of its files. What it says of sizes is not believed. */
export type Listed = {
  readonly name: string
  readonly method: number
  readonly packed: number
  /** Where the file's own head begins. */
  readonly head: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
/** The head of an entry, before its name. */
const HEAD = 46
/** Behind the end of the directory stands a comment at most. */
const LONGEST_COMMENT = 0xffff

/**
 * The directory of a ZIP archive: how many files it says there are, and its entries in order, as far as they can be read.
 * Undefined where the bytes have no directory. Source: PKWARE, "APPNOTE.TXT", § 4.3.12 and § 4.3.16.
 */
export function directoryOf(
  bytes: Uint8Array,
): { readonly count: number; readonly entries: Iterable<Listed> } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  return { count: view.getUint16(end + 10, true), entries: entriesFrom(bytes, view, view.getUint32(end + 16, true)) }
}

function* entriesFrom(bytes: Uint8Array, view: DataView, from: number): Generator<Listed> {
  for (let at = from; at + HEAD <= view.byteLength && view.getUint32(at, true) === CENTRAL; ) {
    const length = view.getUint16(at + 28, true)
    yield {
      name: Array.from(bytes.subarray(at + HEAD, at + HEAD + length), (byte) => String.fromCharCode(byte)).join(''),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      head: view.getUint32(at + 42, true),
    }
    at += HEAD + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return undefined
}
