import { Buffer } from 'node:buffer'
import { SEAL_LENGTH } from './seal.ts'

/** An attachment's bytes as the directory of a file names them. */
export type Blob = { readonly sha256: string; readonly size: number }

/** The same with its place in a file. */
export type PlacedBlob = Blob & { readonly at: number }

/** Bytes of the directory for each blob: its SHA-256, and its size. */
export const ENTRY_LENGTH = 40
/** Bytes behind the directory: how many entries it has. */
export const COUNT_LENGTH = 8

const DIGEST = 32
const SMALLEST_UNIT_BITS = 17

/**
 * Where the blobs begin behind an image of this length: a step of about an eighth of the image, and at least 128 KiB,
 * so that an image that grows a little moves none of them, and a sync client sends none of them again.
 */
export function blobsStart(imageLength: number): number {
  const unit = 2 ** Math.max(SMALLEST_UNIT_BITS, 31 - Math.clz32(Math.floor(imageLength / 8)))
  return Math.ceil(imageLength / unit) * unit
}

/** Where each of the blobs lies that follow an image of this length. */
export function placeBlobs(imageLength: number, blobs: readonly Blob[]): readonly PlacedBlob[] {
  let at = blobsStart(imageLength)
  return blobs.map((blob) => {
    const placed = { ...blob, at }
    at += blob.size
    return placed
  })
}

/** How long a file is with this image and these blobs. */
export function lengthOfFile(imageLength: number, blobs: readonly Blob[]): number {
  if (blobs.length === 0) return imageLength + SEAL_LENGTH
  const bytes = blobs.reduce((sum, { size }) => sum + size, 0)
  return blobsStart(imageLength) + bytes + blobs.length * ENTRY_LENGTH + COUNT_LENGTH + SEAL_LENGTH
}

/** The directory and the count behind it; no bytes at all where there are no blobs. */
export function writeDirectory(blobs: readonly Blob[]): Uint8Array {
  if (blobs.length === 0) return new Uint8Array()
  const bytes = Buffer.alloc(blobs.length * ENTRY_LENGTH + COUNT_LENGTH)
  for (const [index, { sha256, size }] of blobs.entries()) {
    bytes.write(sha256, index * ENTRY_LENGTH, DIGEST, 'hex')
    bytes.writeBigUInt64BE(BigInt(size), index * ENTRY_LENGTH + DIGEST)
  }
  bytes.writeBigUInt64BE(BigInt(blobs.length), blobs.length * ENTRY_LENGTH)
  return bytes
}

/** Reads a directory without its count; undefined where it names a blob twice or a size that cannot be. */
export function readDirectory(bytes: Uint8Array): readonly Blob[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const blobs: Blob[] = []
  for (let at = 0; at < buffer.length; at += ENTRY_LENGTH) {
    const size = Number(buffer.readBigUInt64BE(at + DIGEST))
    if (!Number.isSafeInteger(size)) return undefined
    blobs.push({ sha256: buffer.toString('hex', at, at + DIGEST), size })
  }
  return new Set(blobs.map(({ sha256 }) => sha256)).size === blobs.length ? blobs : undefined
}
