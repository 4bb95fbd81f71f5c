import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Composition } from '../../core/briefs/composition.ts'
import { escapeHtml } from '../html/escape.ts'

const PROGRAM = 'Temoin'

/**
 * Gives a freshly printed PDF its title, language and day, and takes out the name of the browser that printed it. The
 * pages, the outline and the structure that screen readers follow stay as they are.
 */
export async function finishPdf(bytes: Uint8Array, { head, lang, date }: Composition): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const title = head.title.text
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setSubject(head.kicker)
  pdf.setLanguage(lang)
  pdf.setCreator(PROGRAM)
  pdf.setProducer(PROGRAM)
  const day = dayOf(date)
  if (day) {
    pdf.setCreationDate(day)
    pdf.setModificationDate(day)
  }
  const stream = pdf.context.stream(metadata(title, lang, date), { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream))
  return pdf.save({ useObjectStreams: true })
}

function dayOf(date: string): Date | null {
  const day = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? null : day
}

/** The same facts as XMP, which archives and newer readers look at first. */
function metadata(title: string, lang: string, date: string): Uint8Array {
  const xml = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool><xmp:CreateDate>${escapeHtml(date)}</xmp:CreateDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
  return encodeUtf8(xml)
}

/** UTF-8 without help from Node or a browser. */
function encodeUtf8(text: string): Uint8Array {
  const bytes = Array.from(encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|([^%])/g), ([, hex, plain]) =>
    hex === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  )
  return Uint8Array.from(bytes)
}
