import exifr from 'exifr'
import { type Given, GIVES_NOTHING, type Position } from '../../core/model/given.ts'
import { cleanLine } from '../../core/model/text.ts'

const PEOPLE = [
  'Artist',
  'Copyright',
  'CameraOwnerName',
  'OwnerName',
  'XPAuthor',
  'Byline',
  'creator',
  'Credit',
].concat(['CopyrightNotice', 'PersonInImage', 'rights', 'Creator', 'Author', 'author'])
const NOTES = [
  'ImageDescription',
  'UserComment',
  'XPComment',
  'XPTitle',
  'XPKeywords',
  'Caption',
  'Headline',
  'City',
].concat([
  'Country',
  'Keywords',
  'title',
  'description',
  'Location',
  'Sublocation',
  'State',
  'subject',
  'BodySerialNumber',
])
const LIMIT = 20

/** What a picture says of who was where, when, with which device. One that cannot be read says nothing. */
export async function readGiven(type: string, bytes: Uint8Array): Promise<Given> {
  const said = await parse(type === 'image/webp' ? webpExif(bytes) : bytes)
  if (!said) return GIVES_NOTHING
  const device = [said['Make'], said['Model'], said['Software']].filter((entry) => typeof entry === 'string')
  return {
    position: positionOf(said),
    day: dayOf(said['DateTimeOriginal'] ?? said['CreateDate'] ?? said['ModifyDate']),
    device: device.map(tidy).filter(Boolean).join(' ') || null,
    people: textsOf(said, PEOPLE),
    notes: textsOf(said, NOTES),
  }
}

async function parse(bytes: Uint8Array | undefined): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!bytes) return undefined
  try {
    const options = { xmp: true, iptc: true, tiff: true, gps: true, reviveValues: false, makerNote: false }
    return await (exifr.parse(bytes, options) as Promise<Record<string, unknown> | undefined>)
  } catch {
    return undefined // What no reader understands is taken out all the same.
  }
}

/** The EXIF block of a WebP picture, which the reader does not know. */
function webpExif(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    if (view.getUint32(at) === 0x45584946) return bytes.slice(at + 8, at + 8 + size)
    at += 8 + size + (size % 2)
  }
  return undefined
}

function positionOf(said: Readonly<Record<string, unknown>>): Position | null {
  const { latitude: lat, longitude: lon } = said
  if (typeof lat !== 'number' || typeof lon !== 'number') return null
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0) ? { lat, lon } : null
}

/** Cameras write `2024:03:05 10:11:12`, XMP `2024-03-05T…`; a camera whose clock was never set writes zeros. */
function dayOf(value: unknown): string | null {
  const found =
    typeof value === 'string' ? /^([12]\d{3})[:-](0[1-9]|1[0-2])[:-](0[1-9]|[12]\d|3[01])/.exec(value) : null
  return found ? found.slice(1, 4).join('-') : null
}

function textsOf(said: Readonly<Record<string, unknown>>, names: readonly string[]): readonly string[] {
  const found = names.flatMap((name) => textsIn(said[name]))
  return [...new Set(found.map(tidy).filter((text) => text !== ''))].slice(0, LIMIT)
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value instanceof Uint8Array) return [decoded(value)]
  if (typeof value === 'object' && value !== null && 'value' in value) return textsIn(value.value)
  return []
}

/** Windows writes its own tags in UTF-16. */
function decoded(bytes: Uint8Array): string {
  const isWide = bytes.length > 1 && bytes[1] === 0
  return new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes).replace(/^(ASCII|UNICODE)\0+/, '')
}

function tidy(text: unknown): string {
  return cleanLine(String(text)).trim().slice(0, 300)
}
