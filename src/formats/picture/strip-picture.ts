import { jpegSegments } from './picture-size.ts'
import { joined } from '../bytes/joined.ts'

/**
 * Takes out of a picture what is not picture (EXIF, XMP, IPTC, comments, maker notes) without touching a pixel; anything
 * that is no JPEG, PNG or GIF comes back as it is.
 */
export function stripPicture(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return stripJpeg(bytes)
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return stripPng(bytes)
  return bytes[0] === 0x47 && bytes[1] === 0x49 ? stripGif(bytes) : bytes
}

/** Whether a picture reaches its end: half a photo must not pass for a whole one. */
export function isWholePicture(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  if (bytes[0] === 0xff) {
    const scan = [...jpegSegments(view)].find(({ marker }) => marker === 0xda)
    return scan !== undefined && latin(bytes, endOfJpeg(bytes, scan.start) - 2, 2) === '\xff\xd9'
  }
  if (bytes[0] === 0x89) return latin(bytes, bytes.length - 8, 4) === 'IEND' || stripPng(bytes) !== bytes
  return bytes[0] !== 0x52 || view.getUint32(4, true) + 8 <= bytes.length
}

const EXIF = 0xe1
const KEPT_APPS = new Set([0xe0, 0xee])

/** Keeps the frame (APP0), the colours (APP2 with a profile, APP14) and the picture up to its end. */
function stripJpeg(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  for (const { marker, start, end } of jpegSegments(view)) {
    if (marker === 0xda) {
      kept.push(bytes.subarray(start, endOfJpeg(bytes, start)))
      return joined(kept)
    }
    const isApp = marker >= 0xe0 && marker <= 0xef
    const isProfile = marker === 0xe2 && latin(bytes, start + 4, 11) === 'ICC_PROFILE'
    if (marker === EXIF) kept.push(...uprightOnly(bytes.subarray(start, end)))
    else if (marker !== 0xfe && (!isApp || isProfile || KEPT_APPS.has(marker))) kept.push(bytes.subarray(start, end))
  }
  return bytes
}

/** How a picture is turned has to stay where its pixels do: as the one entry of an EXIF block of our own. */
function uprightOnly(segment: Uint8Array): readonly Uint8Array[] {
  const turned = orientationOf(segment)
  if (turned === undefined || turned === 1) return []
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]
  return [Uint8Array.from([0xff, EXIF, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff])]
}

function orientationOf(segment: Uint8Array): number | undefined {
  if (latin(segment, 4, 4) !== 'Exif') return undefined
  const view = viewOf(segment.subarray(10))
  try {
    const little = view.getUint16(0) === 0x4949
    const directory = view.getUint32(4, little)
    for (let entry = 0; entry < view.getUint16(directory, little); entry += 1) {
      const at = directory + 2 + entry * 12
      if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little)
    }
  } catch {
    return undefined // A broken block says nothing.
  }
  return undefined
}

/** Where the picture ends. Telephones hang whole films and second pictures on behind. */
function endOfJpeg(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length - 1) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    const isData = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)
    if (marker === 0xd9) return at + 2
    at += isData ? 1 : 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
  }
  return bytes.length
}

const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
)

function stripPng(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    const name = latin(bytes, at + 4, 4)
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return bytes
}

/** Comments and application blocks go; how often the film repeats stays. */
function stripGif(bytes: Uint8Array): Uint8Array {
  const table = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1))
  let at = 13 + table(bytes[10] ?? 0)
  const kept: Uint8Array[] = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const start = at
    if (bytes[at] === 0x3b) return joined([...kept, bytes.subarray(at, at + 1)])
    if (bytes[at] === 0x21) {
      at = afterBlocks(bytes, at + 2)
      const label = bytes[start + 1]
      const repeats = label === 0xff && ['NETSCAPE', 'ANIMEXTS'].includes(latin(bytes, start + 3, 8))
      if (label === 0xf9 || label === 0x01 || repeats) kept.push(bytes.subarray(start, at))
    } else if (bytes[at] === 0x2c) {
      at = afterBlocks(bytes, at + 11 + table(bytes[at + 9] ?? 0))
      kept.push(bytes.subarray(start, at))
    } else return bytes
  }
  return bytes
}

function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
  return at + 1
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}
