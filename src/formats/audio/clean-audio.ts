import { type Given, GIVES_NOTHING } from '../../core/model/given.ts'
import { readId3 } from './read-id3.ts'

/** A recording without its labels, and what they said before. */
export type CleanedAudio = { readonly bytes: Uint8Array; readonly given: Given }

/**
 * Takes labels (who, where, with what) out of a recording without touching its sound. `film` where there are pictures in
 * it. What an Ogg file says of itself stays: it is part of how the sound is written.
 */
export function cleanAudio(type: string, bytes: Uint8Array): CleanedAudio | 'broken' | 'film' {
  if (type === 'audio/mpeg') return cleanMp3(bytes)
  if (type === 'audio/wav') return cleanWav(bytes)
  return type === 'audio/mp4' ? cleanBoxes(bytes) : { bytes, given: GIVES_NOTHING }
}

function cleanMp3(bytes: Uint8Array): CleanedAudio | 'broken' {
  const tag = readId3(bytes)
  const end = latin(bytes, bytes.length - 128, 3) === 'TAG' ? bytes.length - 128 : bytes.length
  const sound = bytes.slice(tag.size, end)
  return sound.length === 0 ? 'broken' : { bytes: sound, given: { ...GIVES_NOTHING, notes: tag.texts } }
}

const WAV_KEPT = new Set(['fmt ', 'data', 'fact'])

function cleanWav(bytes: Uint8Array): CleanedAudio | 'broken' {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = []
  const notes: string[] = []
  let at = 12
  while (at + 8 <= bytes.length) {
    const name = latin(bytes, at, 4)
    const size = view.getUint32(at + 4, true)
    const end = Math.min(bytes.length, at + 8 + size + (size % 2))
    if (WAV_KEPT.has(name)) kept.push(bytes.subarray(at, end))
    else notes.push(...printable(bytes.subarray(at + 8, end)))
    at = end
  }
  const length = kept.reduce((sum, part) => sum + part.length, 0)
  if (!kept.some((part) => latin(part, 0, 4) === 'data')) return 'broken'
  const clean = new Uint8Array(12 + length)
  clean.set(bytes.subarray(0, 12))
  viewOf(clean).setUint32(4, 4 + length, true)
  let to = 12
  for (const part of kept) {
    clean.set(part, to)
    to += part.length
  }
  return { bytes: clean, given: { ...GIVES_NOTHING, notes } }
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])
const LABELS = new Set(['udta', 'meta', 'uuid'])

/** Labels become free space of the same size: where the sound lies is written as a place in the file. */
function cleanBoxes(bytes: Uint8Array): CleanedAudio | 'broken' | 'film' {
  const clean = bytes.slice()
  const notes: string[] = []
  let sounds = 0
  let films = 0
  const walk = (from: number, to: number, depth: number): boolean => {
    let at = from
    while (at + 8 <= to) {
      const size = viewOf(clean).getUint32(at)
      const end = size === 0 ? to : size === 1 ? to : at + size
      if (end > to || end < at + 8) return false
      const name = latin(clean, at + 4, 4)
      if (name === 'mdat') sounds += 1
      if (name === 'vmhd') films += 1
      if (LABELS.has(name)) {
        notes.push(...printable(clean.subarray(at + 8, end)))
        clean.fill(0, at + 8, end)
        clean.set([0x66, 0x72, 0x65, 0x65], at + 4)
      } else if (CONTAINERS.has(name) && (depth > 8 || !walk(at + 8, end, depth + 1))) return false
      at = end
    }
    return true
  }
  if (!walk(0, clean.length, 0) || sounds === 0) return 'broken'
  return films > 0 ? 'film' : { bytes: clean, given: { ...GIVES_NOTHING, notes } }
}

/** Stretches of readable text in a label that is made for machines. */
function printable(bytes: Uint8Array): readonly string[] {
  const text = latin(bytes, 0, Math.min(bytes.length, 4_000))
  return [...text.matchAll(/[\x20-\x7E\xA0-\xFF]{5,}/g)].map(([found]) => found.trim()).slice(0, 10)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(0, start), Math.max(0, start) + length))
}
