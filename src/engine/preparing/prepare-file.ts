import type { FileType } from '../../core/model/file-type.ts'
import { type Given, GIVES_NOTHING } from '../../core/model/given.ts'
import type { Unsuitable } from '../../core/problem.ts'
import { cleanAudio } from '../../formats/audio/clean-audio.ts'
import { cleanOffice } from '../../formats/office/clean-office.ts'
import { cleanPdf } from '../../formats/pdf/clean-pdf.ts'
import { sniffFile } from '../../formats/sniff/sniff-file.ts'
import { type Darkroom, preparePicture } from './prepare-picture.ts'
import type { PrepareAnswer, PrepareAsk } from './prepared.ts'

/** Looks at a file by what it holds, and makes it fit to be kept. Runs for as long as the file makes it run. */
export async function prepareFile(darkroom: Darkroom, { bytes, original }: PrepareAsk): Promise<PrepareAnswer> {
  const sniffed = sniffFile(bytes)
  if ('refused' in sniffed) return { unsuitable: sniffed.refused }
  const { type } = sniffed
  if (type.startsWith('image/')) return preparePicture(darkroom, type, bytes, original)
  const cleaned = await clean(type, bytes)
  if (original) return { prepared: { type, bytes, given: typeof cleaned === 'string' ? GIVES_NOTHING : cleaned.given } }
  return typeof cleaned === 'string' ? { unsuitable: cleaned } : { prepared: { type, ...cleaned } }
}

async function clean(
  type: FileType,
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly given: Given } | Unsuitable> {
  if (type === 'application/pdf') return cleanPdf(bytes)
  return type.startsWith('audio/') ? cleanAudio(type, bytes) : cleanOffice(bytes)
}
