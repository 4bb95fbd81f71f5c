import { createHash, type Hash } from 'node:crypto'
import { hashInPieces } from './read-file.ts'

/** How many bytes stand behind the image in a workspace file. */
export const SEAL_LENGTH = 40

const MAGIC = new TextEncoder().encode('TEMOIN1\0')
const DIGEST = 32

/** A file's seal and the SHA-256 of the whole file with it. */
export type Seal = { readonly seal: Uint8Array; readonly sha256: string }

/**
 * Makes the seal of an image: `TEMOIN1`, a zero byte, and the SHA-256 of every byte before it.
 *
 * @param directory of the attachments that follow the image, with its count: hashed as if it stood right behind it
 */
export async function makeSeal(image: Uint8Array, directory: Uint8Array = new Uint8Array()): Promise<Seal> {
  const hash = createHash('sha256')
  await hashInPieces(hash, image)
  await hashInPieces(hash, directory)
  return sealOf(hash)
}

/** The same from a hash that has taken in every byte that stands before the seal. */
export function sealOf(hash: Hash): Seal {
  const seal = new Uint8Array(SEAL_LENGTH)
  seal.set(MAGIC)
  seal.set(hash.copy().digest(), MAGIC.length)
  return { seal, sha256: hash.update(seal).digest('hex') }
}

/** The image without its seal; the bytes as they are where they carry none. */
export function imageOf(bytes: Uint8Array): Uint8Array {
  return isSealed(bytes) ? bytes.subarray(0, bytes.length - SEAL_LENGTH) : bytes
}

/** Whether the bytes end in a seal, be it right or wrong. */
export function isSealed(bytes: Uint8Array): boolean {
  const at = bytes.length - SEAL_LENGTH
  return at >= 0 && MAGIC.every((byte, index) => bytes[at + index] === byte)
}

/** Whether a seal is that of the image before it. */
export function isSealOf(bytes: Uint8Array, seal: Uint8Array): boolean {
  const at = bytes.length - DIGEST
  return isSealed(bytes) && seal.subarray(MAGIC.length).every((byte, index) => bytes[at + index] === byte)
}
