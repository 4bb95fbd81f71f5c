import { Inflate } from 'fflate'
import { joined } from '../bytes/joined.ts'

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

const END = 0x06054b50
const CENTRAL = 0x02014b50
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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOf(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  if (count > ENTRY_LIMIT) return undefined
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return undefined
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.set(asciiOf(bytes.subarray(at + 46, at + 46 + nameLength)), {
      method: view.getUint16(at + 10, true),
      start,
      packed: view.getUint32(at + 20, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The record at the end of an archive; a comment may stand behind it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 66_000); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return undefined
}

function asciiOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
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
