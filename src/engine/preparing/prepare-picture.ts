import type Vips from 'wasm-vips'
import type { FileType } from '../../core/model/file-type.ts'
import { pictureSize } from '../../formats/picture/picture-size.ts'
import { isWholePicture, stripPicture } from '../../formats/picture/strip-picture.ts'
import type { PrepareAnswer } from './prepared.ts'
import { readGiven } from './read-given.ts'

/** The library that decodes pictures, inside WebAssembly: whatever a picture does to it stays there. */
export type Darkroom = typeof Vips

/** The longer edge of a picture as it is kept. */
const EDGE = 2048
/** The longer edge of a thumbnail: two of the places it is shown in, for screens with fine pixels. */
const THUMBNAIL = 360
/** More than any telephone's camera; a picture of this size is the most that is ever decoded. */
const MOST_PIXELS = 120_000_000
const LONGEST_SIDE = 25_000
const QUALITY = 84

/**
 * Turns a picture upright, makes it no larger than it has to be, and leaves out whatever is not picture. One that is
 * small and upright already keeps its pixels as they are. WebP becomes JPEG or PNG, which every program reads.
 */
export async function preparePicture(
  vips: Darkroom,
  type: FileType,
  bytes: Uint8Array,
  original: boolean,
): Promise<PrepareAnswer> {
  const size = pictureSize(type, bytes)
  if (!size || size.width === 0 || size.height === 0) return { unsuitable: 'broken' }
  const { width, height } = size
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) return { unsuitable: 'pixels' }
  if (!isWholePicture(bytes)) return { unsuitable: 'broken' }
  const given = await readGiven(type, bytes)
  try {
    const { thumbnail, turned } = makeThumbnail(vips, bytes, size)
    const isUpright = !turned.isTurned
    const asItIs = { type, width: turned.isAcross ? height : width, height: turned.isAcross ? width : height }
    if (original) return { prepared: { ...asItIs, bytes, given, thumbnail } }
    const fits = Math.max(width, height) <= EDGE && isUpright && type !== 'image/webp'
    // A film of a few pictures would lose all but the first.
    if (fits || type === 'image/gif') return { prepared: { ...asItIs, bytes: stripPicture(bytes), given, thumbnail } }
    return { prepared: { ...reduce(vips, type, bytes), given, thumbnail } }
  } catch (error) {
    if (isVipsError(error)) return { unsuitable: 'broken' }
    throw error
  }
}

function reduce(vips: Darkroom, type: FileType, bytes: Uint8Array) {
  const image = shrunk(vips, bytes, EDGE)
  try {
    const { width, height } = image
    const asPng = type === 'image/png' || image.hasAlpha()
    const picture = asPng
      ? image.pngsaveBuffer({ keep: 'none', compression: 6 })
      : image.jpegsaveBuffer({ keep: 'none', Q: QUALITY, optimize_coding: true })
    return { type: asPng ? ('image/png' as const) : ('image/jpeg' as const), bytes: picture.slice(), width, height }
  } finally {
    image.delete()
  }
}

/** The thumbnail is decoded from the whole picture, so that what is kept can be shown; and tells how it was turned. */
function makeThumbnail(vips: Darkroom, bytes: Uint8Array, { width, height }: { width: number; height: number }) {
  const header = vips.Image.newFromBuffer(bytes)
  const turn = header.getTypeof('orientation') === 0 ? 1 : header.getInt('orientation')
  header.delete()
  const image = shrunk(vips, bytes, Math.min(THUMBNAIL, Math.max(width, height)))
  const flat = image.hasAlpha() ? image.flatten({ background: [255, 255, 255] }) : image
  try {
    const thumbnail = flat.jpegsaveBuffer({ keep: 'none', Q: 72, optimize_coding: true }).slice()
    return { thumbnail, turned: { isTurned: turn !== 1, isAcross: turn >= 5 } }
  } finally {
    if (flat !== image) flat.delete()
    image.delete()
  }
}

function shrunk(vips: Darkroom, bytes: Uint8Array, edge: number): Vips.Image {
  return vips.Image.thumbnailBuffer(bytes, edge, {
    height: edge,
    size: 'down',
    output_profile: 'srgb',
    fail_on: 'truncated',
  })
}

function isVipsError(error: unknown): boolean {
  return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
}
