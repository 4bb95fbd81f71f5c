import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { composeBrief } from '../../../src/core/briefs/compose.ts'
import { finishPdf } from '../../../src/formats/pdf/finish-pdf.ts'
import { printOptions } from '../../../src/formats/pdf/print-options.ts'
import { briefWords } from '../../core/briefs/brief-words.ts'
import { BRIEF, setting } from '../../core/briefs/story.ts'
import { briefSaying, HOSTILE } from '../support/any-brief.ts'
import { xmlFaults } from '../support/well-formed.ts'

/** A page as a browser prints it: with the browser’s name, a structure tree and an outline. */
async function printed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  pdf.setCreator('Mozilla/5.0 (X11; Linux x86_64)')
  const tree = pdf.context.obj({ Type: 'StructTreeRoot', K: [] })
  pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.register(tree))
  pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }))
  pdf.catalog.set(PDFName.of('Outlines'), pdf.context.register(pdf.context.obj({ Type: 'Outlines', Count: 0 })))
  return pdf.save()
}

async function finished(composition = composeBrief(BRIEF, setting('fr'), briefWords('fr'))): Promise<PDFDocument> {
  return PDFDocument.load(await finishPdf(await printed(), composition), { updateMetadata: false })
}

function metadataOf(pdf: PDFDocument): string {
  const stream = pdf.context.lookup(pdf.catalog.get(PDFName.of('Metadata')))
  const { contents } = stream as unknown as { contents: Uint8Array }
  return new TextDecoder().decode(contents)
}

describe('a printed brief', () => {
  it('carries its title, language and day, and not the name of a browser', async () => {
    const pdf = await finished()
    expect([pdf.getTitle(), pdf.getCreator(), pdf.getProducer(), pdf.getAuthor()]).toEqual([
      'Faire du volontariat un levier reconnu des politiques publiques',
      'Temoin',
      'Temoin',
      undefined,
    ])
    expect(String(pdf.catalog.get(PDFName.of('Lang')))).toContain('fr')
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-03-02T00:00:00.000Z')
    expect(metadataOf(pdf)).toContain('<rdf:li>fr</rdf:li>')
  })

  it('keeps the structure for screen readers, and the outline', async () => {
    const pdf = await finished()
    expect(pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of('Type'))).toBe(
      PDFName.of('StructTreeRoot'),
    )
    expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true)
  })

  it.each(HOSTILE)('takes %j as a title', async (text) => {
    const pdf = await finished(briefSaying(text))
    expect(pdf.getTitle()).toBe(briefSaying(text).head.title.text)
    expect(xmlFaults(metadataOf(pdf).replace(/^<\?xpacket[^>]*>|<\?xpacket[^>]*>$/g, ''))).toEqual([])
  })
})

describe('the options a brief is printed with', () => {
  it('asks for tags, an outline and the paper, and sets the foot in the language of the brief', () => {
    const options = printOptions(composeBrief(BRIEF, setting('es'), briefWords('es')), 'letter')
    expect(options).toMatchObject({
      pageSize: 'Letter',
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
    })
    expect(options.footerTemplate).toContain(
      'Página <span class="pageNumber"></span> de <span class="totalPages"></span>',
    )
    expect(options.footerTemplate).toContain('lang="es"')
  })

  it.each(HOSTILE)('shows %j in the foot as the text it is', (text) => {
    const { footerTemplate } = printOptions(briefSaying(text), 'A4')
    expect(xmlFaults(footerTemplate)).toEqual([])
    expect(footerTemplate.match(/<(?!\/?(?:div|span)\b)/g)).toBe(null)
  })

  it('keeps the running title to one line', () => {
    const { footerTemplate } = printOptions(briefSaying('Volontariat '.repeat(40)), 'A4')
    expect(footerTemplate.length).toBeLessThan(800)
  })
})
