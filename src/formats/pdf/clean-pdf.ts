import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { type Given, GIVES_NOTHING } from '../../core/model/given.ts'
import { stripPicture } from '../picture/strip-picture.ts'

/** A PDF without its author, and what it gave away before. */
export type CleanedPdf = { readonly bytes: Uint8Array; readonly given: Given }

const PEOPLE = ['Author']
const DEVICES = ['Creator', 'Producer']
const NOTES = ['Title', 'Subject', 'Keywords', 'Company']

/**
 * Takes author, programs, titles and XMP out of a PDF, the names of commenters out of its notes and the metadata out of
 * the photographs in it. Its pages stay. `signed` where every change would break a digital signature, `locked` where it
 * cannot be opened without a password.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanedPdf | 'broken' | 'locked' | 'signed'> {
  let pdf: PDFDocument
  try {
    pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, ignoreEncryption: true })
    if (pdf.isEncrypted) return 'locked'
    if (pdf.getPageCount() === 0) return 'broken'
  } catch {
    return 'broken'
  }
  if (isSigned(pdf)) return 'signed'
  const given = takeInfo(pdf)
  const people = new Set(given.people)
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && saysType(object.dict, 'Metadata')) {
      pdf.context.delete(ref)
    } else if (object instanceof PDFRawStream) {
      object.dict.delete(PDFName.of('Metadata'))
      if (isPhotograph(object.dict)) pdf.context.assign(ref, withoutMetadata(object))
    } else if (object instanceof PDFDict) {
      object.delete(PDFName.of('Metadata'))
      object.delete(PDFName.of('PieceInfo'))
      const author = object.has(PDFName.of('Subtype')) && object.has(PDFName.of('Rect')) && isNote(object)
      if (author) takeText(object, 'T', people)
    }
  }
  const clean = await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
  return { bytes: clean, given: { ...given, people: [...people] } }
}

/** What the document says of itself; the whole dictionary goes, in every version of it that the file still holds. */
function takeInfo(pdf: PDFDocument): Given {
  const { trailerInfo } = pdf.context
  const info = pdf.context.lookup(trailerInfo.Info)
  const people = new Set<string>()
  const devices = new Set<string>()
  const notes = new Set<string>()
  let day: string | null = null
  if (info instanceof PDFDict) {
    for (const name of PEOPLE) takeText(info, name, people)
    for (const name of DEVICES) takeText(info, name, devices)
    for (const name of NOTES) takeText(info, name, notes)
    day = /^D?:?(\d{4})(\d{2})(\d{2})/.exec(textOf(info, 'CreationDate'))?.slice(1, 4).join('-') ?? null
    for (const [name] of info.entries()) info.delete(name)
  }
  delete trailerInfo.Info
  return { ...GIVES_NOTHING, day, device: [...devices].join(', ') || null, people: [...people], notes: [...notes] }
}

function takeText(dict: PDFDict, name: string, into: Set<string>): void {
  const text = textOf(dict, name).trim()
  if (text !== '') into.add(text)
  dict.delete(PDFName.of(name))
}

function textOf(dict: PDFDict, name: string): string {
  const value = dict.lookup(PDFName.of(name))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

function saysType(dict: PDFDict, type: string): boolean {
  return dict.lookup(PDFName.of('Type')) === PDFName.of(type)
}

/** A note of a reader, not a field of a form: there `T` is the field's name. */
function isNote(dict: PDFDict): boolean {
  return dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Widget')
}

function isPhotograph(dict: PDFDict): boolean {
  return dict.lookup(PDFName.of('Filter')) === PDFName.of('DCTDecode')
}

function withoutMetadata(stream: PDFRawStream): PDFRawStream {
  return PDFRawStream.of(stream.dict, stripPicture(stream.contents))
}

function isSigned(pdf: PDFDocument): boolean {
  return pdf.context.enumerateIndirectObjects().some(([, object]) => {
    const isSignature = object instanceof PDFDict && object.has(PDFName.of('ByteRange'))
    return isSignature && object.has(PDFName.of('Contents'))
  })
}
