/** Width and height in pixels as a file declares them. */
export type PictureSize = { readonly width: number; readonly height: number }

/** How large a picture is, read from its head without decoding any of it; undefined where the head does not say. */
export function pictureSize(type: string, bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) }
    if (type === 'image/gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    if (type === 'image/webp') return webpSize(view)
    return type === 'image/jpeg' ? jpegSize(view) : undefined
  } catch {
    return undefined // The file ends within its head.
  }
}

function webpSize(view: DataView): PictureSize | undefined {
  const form = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
  if (form === 'VP8X') return { width: 1 + threeBytes(view, 24), height: 1 + threeBytes(view, 27) }
  if (form === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (form !== 'VP8L') return undefined
  const packed = view.getUint32(21, true)
  return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >> 14) & 0x3fff) }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

/** The largest frame counts: a thumbnail inside the metadata has none, a hostile file may have several. */
function jpegSize(view: DataView): PictureSize | undefined {
  let found: PictureSize | undefined
  for (const { marker, start } of jpegSegments(view)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (!isFrame) continue
    const size = { width: view.getUint16(start + 7), height: view.getUint16(start + 5) }
    if (!found || size.width * size.height > found.width * found.height) found = size
  }
  return found
}

/** One segment of a JPEG up to the first scan: its marker, and where it starts and ends. */
export type JpegSegment = { readonly marker: number; readonly start: number; readonly end: number }

/** The segments before the first scan, in order; the last one is the start of the scan. */
export function* jpegSegments(view: DataView): Generator<JpegSegment> {
  let at = 2
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    yield { marker, start: at, end }
    if (marker === 0xda) return
    at = end
  }
}
