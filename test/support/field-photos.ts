import { Buffer } from 'node:buffer'
import { darkroomHere } from './preparer-here.ts'

/** A photo as a telephone takes it: held upright, with who, where and when in it. */
export async function fieldPhoto(width = 3000, height = 2000, orientation = 6): Promise<Uint8Array> {
  const vips = await darkroomHere()
  const image = vips.Image.black(width, height, { bands: 3 }).copy({ interpretation: 'srgb' })
  const plain = image.jpegsaveBuffer({ keep: 'none' })
  return Uint8Array.from(Buffer.concat([plain.subarray(0, 2), exif(orientation), plain.subarray(2)]))
}

/** Names in the metadata of a photo; none of them may be left in what is kept. */
export const TELLTALES = ['Fairphone', 'Awa Diop', '2024:03:05', 'GPS_NOTE', 'Exif']

/** An EXIF block: device, orientation, artist, day, and 14° 30′ N 17° 15′ W. */
function exif(orientation: number): Uint8Array {
  const directory: Entry[] = [
    [0x0110, 2, text('Fairphone')],
    [0x0112, 3, Buffer.from([0, orientation, 0, 0])],
    [0x0132, 2, text('2024:03:05 10:11:12')],
    [0x013b, 2, text('Awa Diop')],
  ]
  const places: Entry[] = [
    [1, 2, text('N')],
    [2, 5, rationals(14, 30, 0)],
    [3, 2, text('W')],
    [4, 5, rationals(17, 15, 0)],
    [27, 2, text('GPS_NOTE')],
  ]
  const length = 8 + sizeOf([...directory, [0x8825, 4, Buffer.alloc(4)]])
  const pointer = Buffer.alloc(4)
  pointer.writeUInt32BE(length)
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]),
    written([...directory, [0x8825, 4, pointer]], 8),
    written(places, length),
  ])
  const head = Buffer.from([0xff, 0xe1, 0, 0, 0x45, 0x78, 0x69, 0x66, 0, 0])
  head.writeUInt16BE(tiff.length + 8, 2)
  return Buffer.concat([head, tiff])
}

type Entry = readonly [tag: number, type: number, value: Buffer]

const UNIT: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 4, 5: 8 }

function sizeOf(entries: readonly Entry[]): number {
  return 6 + entries.length * 12 + entries.reduce((sum, [, , value]) => sum + (value.length > 4 ? value.length : 0), 0)
}

function written(entries: readonly Entry[], at: number): Buffer {
  const table = Buffer.alloc(6 + entries.length * 12)
  table.writeUInt16BE(entries.length)
  const behind: Buffer[] = []
  let next = at + table.length
  for (const [index, [tag, type, value]] of entries.entries()) {
    const to = 2 + index * 12
    table.writeUInt16BE(tag, to)
    table.writeUInt16BE(type, to + 2)
    table.writeUInt32BE(type === 3 ? 1 : value.length / (UNIT[type] ?? 1), to + 4)
    if (value.length <= 4) value.copy(table, to + 8)
    else {
      table.writeUInt32BE(next, to + 8)
      behind.push(value)
      next += value.length
    }
  }
  return Buffer.concat([table, ...behind])
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`)
}

function rationals(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8)
  for (const [index, value] of values.entries()) {
    bytes.writeUInt32BE(value, index * 8)
    bytes.writeUInt32BE(1, index * 8 + 4)
  }
  return bytes
}
