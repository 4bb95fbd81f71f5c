import { Inflate } from 'fflate'
import { joined } from '../bytes/joined.ts'
import { directoryOf } from './directory.ts'

/** What an archive says of one of its files. What it says of sizes is not believed. */
type Entry = { readonly method: number; readonly start: number; readonly packed: number }

/** An archive that can be read file by file. */
export type Archive = {
  readonly names: readonly string[]
  /** Unpacks a file piece by piece. Throws `UnpacksTooLarge` where more comes out than may, and on damage. */
  readonly pieces: (name: string) => Generator<Uint8Array>
  /** Unpacks a file whole; undefined where there is none. */
  readonly whole: (name: string) => Uint8Array | undefined
}

/** More comes out of a file in an archive than anybody packs: it was made to fill the memory. */
export class UnpacksTooLarge extends Error {}

/** Bytes that may come out of one file read whole, and out of one read piece by piece. */
const UNPACKED_LIMIT = { whole: 50_000_000, pieces: 400_000_000 } as const

const ENTRY_LIMIT = 5_000
/** Bytes unpacked at a time: a thousand times as many can come out. */
const STEP = 4_096

const LOCAL = 0x04034b50

/** Opens a ZIP archive by its list of contents; undefined where the bytes are none, or not a whole one. */
export function openZip(bytes: Uint8Array): Archive | undefined {
  const entries = entriesOf(bytes)
  if (!entries) return undefined
  const pieces = (name: string, limit: number = UNPACKED_LIMIT.pieces) => unpack(bytes, entries.get(name), limit)
  return {
    names: [...entries.keys()],
    pieces,
    whole: (name) => (entries.has(name) ? joined([...pieces(name, UNPACKED_LIMIT.whole)]) : undefined),
  }
}

function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Entry> | undefined {
  const directory = directoryOf(bytes)
  if (!directory || directory.count > ENTRY_LIMIT) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = new Map<string, Entry>()
  let read = 0
  for (const { name, method, packed, head } of directory.entries) {
    if (read === directory.count) break
    if (head + 30 > bytes.length || view.getUint32(head, true) !== LOCAL) return undefined
    const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true)
    entries.set(name, { method, start, packed })
    read += 1
  }
  return read < directory.count ? undefined : entries
}

function* unpack(bytes: Uint8Array, entry: Entry | undefined, limit: number): Generator<Uint8Array> {
  if (!entry) return
  const end = Math.min(bytes.length, entry.start + entry.packed)
  let out: Uint8Array[] = []
  const inflate = new Inflate((piece) => out.push(piece))
  let length = 0
  for (let at = entry.start; at < end; at += STEP) {
    const piece = bytes.subarray(at, Math.min(end, at + STEP))
    if (entry.method === 0) out.push(piece)
    else inflate.push(piece, at + STEP >= end)
    for (const part of out) {
      length += part.length
      if (length > limit) throw new UnpacksTooLarge()
      if (part.length > 0) yield part
    }
    out = []
  }
}
