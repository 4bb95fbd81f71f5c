import type { FileType } from '../../core/model/file-type.ts'
import { entryNames } from '../zip/entry-names.ts'

/** What a file is by its first bytes: one that can be kept, or a reason why it cannot. */
export type Sniffed =
  | { readonly type: FileType }
  | { readonly refused: 'empty' | 'heic' | 'svg' | 'macros' | 'unknown' }

const ODF: Readonly<Record<string, FileType>> = {
  'application/vnd.oasis.opendocument.text': 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet': 'application/vnd.oasis.opendocument.spreadsheet',
}
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'])

/** Says what a file is by what it holds. Its name says nothing: anybody may write any name. */
export function sniffFile(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { refused: 'empty' }
  const at = (offset: number, text: string) => latin(bytes, offset, text.length) === text
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { type: 'image/jpeg' }
  if (at(0, '\x89PNG\r\n\x1a\n')) return { type: 'image/png' }
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return { type: 'image/gif' }
  if (at(0, 'RIFF') && at(8, 'WEBP')) return { type: 'image/webp' }
  if (at(0, 'RIFF') && at(8, 'WAVE')) return { type: 'audio/wav' }
  if (at(0, 'OggS')) return { type: 'audio/ogg' }
  if (at(0, 'ID3') || isMpegAudio(bytes)) return { type: 'audio/mpeg' }
  if (at(4, 'ftyp')) return sniffBoxes(latin(bytes, 8, 4))
  if (at(0, 'PK\x03\x04')) return sniffZip(bytes)
  const head = latin(bytes, 0, 1024)
  if (head.includes('%PDF-')) return { type: 'application/pdf' }
  return { refused: /^\uFEFF?[\s\S]*<svg[\s>]/i.test(head) ? 'svg' : 'unknown' }
}

function sniffBoxes(brand: string): Sniffed {
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return { type: 'audio/mp4' }
  // Recorders on telephones write a film without pictures; that there are none is seen when it is cleaned.
  if (['mp42', 'isom', 'mp41', 'iso2', 'dash'].includes(brand)) return { type: 'audio/mp4' }
  return { refused: HEIC_BRANDS.has(brand) ? 'heic' : 'unknown' }
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const names = entryNames(bytes)
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return { refused: 'macros' }
  if (names.includes('word/document.xml'))
    return { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
  if (names.includes('xl/workbook.xml'))
    return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
  if (names[0] !== 'mimetype' || latin(bytes, 30, 8) !== 'mimetype') return { refused: 'unknown' }
  const length = (bytes[22] ?? 0) | ((bytes[23] ?? 0) << 8)
  const type = ODF[latin(bytes, 38, Math.min(length, 100))]
  return type === undefined ? { refused: 'unknown' } : { type }
}

/** An MPEG frame's head: eleven bits set, layer 3, and a rate and frequency that exist. */
function isMpegAudio([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const layer3 = (second & 0x06) === 0x02
  return first === 0xff && (second & 0xe0) === 0xe0 && layer3 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}
