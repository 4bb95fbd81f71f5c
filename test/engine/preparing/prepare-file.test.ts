import { Buffer } from 'node:buffer'
import { PDFDocument } from '@cantoo/pdf-lib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { findAssets } from '../../../src/engine/assets.ts'
import { prepareFile } from '../../../src/engine/preparing/prepare-file.ts'
import type { Prepared } from '../../../src/engine/preparing/prepared.ts'
import { createPreparer } from '../../../src/engine/preparing/preparer.ts'
import { unzipCarefully } from '../../../src/formats/zip/unzip-carefully.ts'
import { afterwards } from '../../support/afterwards.ts'
import { fieldPhoto, TELLTALES } from '../../support/field-photos.ts'
import { darkroomHere } from '../../support/preparer-here.ts'

async function prepare(bytes: Uint8Array, original = false) {
  return prepareFile(await darkroomHere(), { bytes, original })
}

async function kept(bytes: Uint8Array, original = false): Promise<Prepared> {
  const answer = await prepare(bytes, original)
  if ('unsuitable' in answer) throw new Error(answer.unsuitable)
  return answer.prepared
}

function left(bytes: Uint8Array, words: readonly string[]): readonly string[] {
  return words.filter((word) => Buffer.from(bytes).includes(word))
}

const GIVEN = {
  position: { lat: 14.5, lon: -17.25 },
  day: '2024-03-05',
  device: 'Fairphone',
  people: ['Awa Diop'],
  notes: [],
}

describe('a photo', () => {
  it('is turned upright, made smaller, and gives nothing away, after it was said what it gave away', async () => {
    const photo = await fieldPhoto()
    expect(left(photo, TELLTALES)).toEqual(TELLTALES)
    const { bytes, thumbnail, given, ...rest } = await kept(photo)
    expect(rest).toEqual({ type: 'image/jpeg', width: 1365, height: 2048 })
    expect(given).toEqual(GIVEN)
    expect(left(bytes, TELLTALES)).toEqual([])
    expect(left(thumbnail ?? photo, TELLTALES)).toEqual([])
    expect((await kept(bytes)).given).toEqual({ position: null, day: null, device: null, people: [], notes: [] })
  })

  it('that is small and upright keeps its pixels and loses the rest; as what it has become it stays as it is', async () => {
    const photo = await fieldPhoto(640, 480, 1)
    const { bytes, width, height } = await kept(photo)
    expect({ width, height, left: left(bytes, TELLTALES) }).toEqual({ width: 640, height: 480, left: [] })
    expect(Buffer.compare((await kept(bytes)).bytes, bytes)).toBe(0)
  })

  it('stays byte for byte what it was where the original is asked for, and says what it gives away', async () => {
    const photo = await fieldPhoto()
    const original = await kept(photo.slice(), true)
    expect(Buffer.compare(original.bytes, photo)).toBe(0)
    expect(original).toMatchObject({ width: 2000, height: 3000, given: GIVEN })
  })

  it('of 30,000 × 30,000 pixels is refused by its head', async () => {
    const head = Buffer.alloc(40)
    head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
    head.writeUInt32BE(30_000, 16)
    head.writeUInt32BE(30_000, 20)
    expect(await prepare(Uint8Array.from(head))).toEqual({ unsuitable: 'pixels' })
  })

  it('that was cut off is refused', async () => {
    const photo = await fieldPhoto()
    expect(await prepare(photo.slice(0, photo.length / 2))).toEqual({ unsuitable: 'broken' })
    expect(await prepare(photo.slice(0, 8))).toEqual({ unsuitable: 'broken' })
  })
})

describe('a document', () => {
  it('of Word loses its authors and keeps its text', async () => {
    const text = '<w:p><w:ins w:author="Luc Meyer"><w:r><w:t>Huit puits tiennent.</w:t></w:r></w:ins></w:p>'
    const docx = zipSync({
      'word/document.xml': strToU8(text),
      'docProps/core.xml': strToU8(
        '<x><dc:creator>Awa Diop</dc:creator><cp:lastModifiedBy>Luc &amp; Ana</cp:lastModifiedBy></x>',
      ),
      'docProps/app.xml': strToU8('<x><Company>Bureau de Podor</Company></x>'),
    })
    const { bytes, given } = await kept(docx)
    expect(given).toMatchObject({ people: ['Luc Meyer', 'Awa Diop', 'Luc & Ana'], notes: ['Bureau de Podor'] })
    const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
    expect(parts.join('')).toContain('Huit puits tiennent.')
    expect(parts.join('')).not.toMatch(/Awa|Luc|Ana|Podor/)
  })

  it('in PDF loses its author, and its pages stay', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.setAuthor('Awa Diop')
    pdf.setCreator('Fairphone Scanner')
    const { bytes, given } = await kept(Uint8Array.from(await pdf.save({ useObjectStreams: false })))
    expect(given).toMatchObject({ people: ['Awa Diop'] })
    const read = await PDFDocument.load(bytes, { updateMetadata: false })
    expect([read.getPageCount(), read.getAuthor(), read.getCreator()]).toEqual([1, undefined, undefined])
  })

  it('that unpacks to far more than it may, is refused, whatever size it declares', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(3_000_000), 'docProps/core.xml': strToU8('<x/>') })
    for (let at = 0; at < bomb.length - 26; at += 1)
      if (bomb[at] === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 3) bomb.fill(1, at + 22, at + 26)
    expect(unzipCarefully(bomb, { entries: 10, each: 1_000_000, all: 2_000_000 })).toBe('bomb')
    expect(unzipCarefully(bomb.slice(0, 500), { entries: 10, each: 4_000_000, all: 4_000_000 })).toBe('broken')
  })
})

describe('what a file is', () => {
  it('is told by what it holds', async () => {
    const sound = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(400)])
    const tag = Buffer.from('ID3\x03\0\0\0\0\0\x13TPE1\0\0\0\x09\0\0\0Awa Diop', 'latin1')
    const { type, given, bytes } = await kept(Uint8Array.from(Buffer.concat([tag, sound])))
    expect({ type, notes: given.notes, bytes: bytes.length }).toEqual({
      type: 'audio/mpeg',
      notes: ['Awa Diop'],
      bytes: sound.length,
    })
  })

  it.each([
    ['', 'empty'],
    ['Huit puits.', 'unknown'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'svg'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
    ['%PDF-1.7\nnot a PDF', 'broken'],
    ['\xff\xd8\xff\xe0not a photo', 'broken'],
    ['PK\x03\x04', 'unknown'],
  ])('%j is refused as %s', async (content, why) => {
    expect(await prepare(Uint8Array.from(Buffer.from(content, 'latin1')))).toEqual({ unsuitable: why })
  })
})

describe('the thread that looks at files', () => {
  it('gives the same as looking here, one file after the other', async () => {
    const { preparing: program, darkroom } = findAssets()
    const preparer = createPreparer({ program, darkroom })
    afterwards(() => preparer.close())
    const photo = await fieldPhoto(400, 300)
    const [first, second] = await Promise.all([
      preparer.prepare({ bytes: photo.slice(), original: false }),
      preparer.prepare({ bytes: Uint8Array.from([1, 2, 3]), original: false }),
    ])
    expect(second).toEqual({ unsuitable: 'unknown' })
    expect(first).toEqual(await prepare(photo))
    preparer.close()
  })

  it('is ended where a file takes too long, and the next file gets another', async () => {
    const { preparing: program, darkroom } = findAssets()
    const preparer = createPreparer({ program, darkroom, patience: (size) => (size === 3 ? 0 : 300_000) })
    afterwards(() => preparer.close())
    expect(await preparer.prepare({ bytes: Uint8Array.from([1, 2, 3]), original: false })).toEqual({
      unsuitable: 'too-hard',
    })
    expect(await preparer.prepare({ bytes: Uint8Array.from([1, 2]), original: false })).toEqual({
      unsuitable: 'unknown',
    })
    preparer.close()
  })
})
