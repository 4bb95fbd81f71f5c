import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Blob,
  blobsStart,
  ENTRY_LENGTH,
  lengthOfFile,
  placeBlobs,
  readDirectory,
  writeDirectory,
} from '../../../src/engine/file/container.ts'

const sha256 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
const blobs = fc.uniqueArray(fc.record({ sha256, size: fc.nat(2 ** 31) }), {
  minLength: 1,
  maxLength: 20,
  selector: (blob: Blob) => blob.sha256,
})
const imageLength = fc.integer({ min: 1, max: 100_000 }).map((pages) => pages * 16_384)

describe('the place where the blobs begin', () => {
  it('is behind the image, never more than a quarter of it and 128 KiB away, and never goes back as the image grows', () => {
    fc.assert(
      fc.property(imageLength, fc.nat(1_000), (length, pages) => {
        const start = blobsStart(length)
        expect(start).toBeGreaterThanOrEqual(length)
        expect(start - length).toBeLessThan(Math.max(length / 4, 131_072))
        expect(blobsStart(length + pages * 16_384)).toBeGreaterThanOrEqual(start)
        expect(start % 131_072).toBe(0)
      }),
    )
  })

  it('stays where it is for most of the pages that an image grows by', () => {
    const length = 10_000_000
    const starts = Array.from({ length: 60 }, (_, page) => blobsStart(length + page * 16_384))
    expect(new Set(starts).size).toBeLessThanOrEqual(2)
  })
})

describe('a directory', () => {
  it('is read as it was written, and the blobs lie one behind the other up to it', () => {
    fc.assert(
      fc.property(imageLength, blobs, (length, list) => {
        const bytes = writeDirectory(list)
        const directory = bytes.subarray(0, list.length * ENTRY_LENGTH)
        expect(readDirectory(directory)).toEqual(list)
        const placed = placeBlobs(length, list)
        const last = placed.at(-1)
        expect(placed[0]?.at).toBe(blobsStart(length))
        expect((last?.at ?? 0) + (last?.size ?? 0) + bytes.length + 40).toBe(lengthOfFile(length, list))
      }),
    )
  })

  it('that names one blob twice, or a size that cannot be, is none', () => {
    const blob = { sha256: '0f'.repeat(32), size: 7 }
    expect(readDirectory(writeDirectory([blob, blob]).subarray(0, 2 * ENTRY_LENGTH))).toBe(undefined)
    const huge = writeDirectory([blob]).slice(0, ENTRY_LENGTH)
    huge[32] = 255
    expect(readDirectory(huge)).toBe(undefined)
  })

  it('is no bytes at all where there are no blobs, and the file then is image and seal', () => {
    expect(writeDirectory([]).length).toBe(0)
    expect(lengthOfFile(16_384, [])).toBe(16_424)
  })
})
