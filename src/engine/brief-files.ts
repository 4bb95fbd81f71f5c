import type { Composition } from '../core/briefs/composition.ts'
import { briefToMarkdown } from '../formats/brief-markdown/brief-to-markdown.ts'
import { briefToHtml } from '../formats/html/brief-to-html.ts'
import { printOptions } from '../formats/pdf/print-options.ts'
import type { PrintJob } from '../ipc/engine-calls.ts'
import type { Assets } from './assets.ts'

/** The paper sizes a brief is set for. */
export type Paper = 'A4' | 'Letter'

/** Writes a composition in one of the formats that need no Electron. */
export async function writeBrief(
  composition: Composition,
  format: 'html' | 'docx' | 'md',
  assets: Assets,
  paper: Paper,
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return new TextEncoder().encode(htmlOf(composition, assets, paper))
    case 'md':
      return new TextEncoder().encode(briefToMarkdown(composition))
    case 'docx': {
      // Loaded when somebody asks for it: it is the largest library there is here, and most runs never need it.
      const { briefToDocx } = await import('../formats/docx/brief-to-docx.ts')
      return briefToDocx(composition, paperSize(paper))
    }
  }
}

/** A printed PDF with its title and language, and without the printing program's own traces. */
export async function finishedPdf(pdf: Uint8Array, composition: Composition): Promise<Uint8Array> {
  const { finishPdf } = await import('../formats/pdf/finish-pdf.ts')
  return finishPdf(pdf, composition)
}

/** What Electron needs to print a composition. */
export function printJobFor(composition: Composition, assets: Assets, paper: Paper): PrintJob {
  const { headerTemplate, footerTemplate } = printOptions(composition, paperSize(paper))
  const { lang, head } = composition
  return {
    html: htmlOf(composition, assets, paper),
    title: head.title.text,
    lang,
    paper,
    headerTemplate,
    footerTemplate,
  }
}

function htmlOf(composition: Composition, assets: Assets, paper: Paper): string {
  return briefToHtml(composition, { style: assets.briefStyle(), fonts: assets.briefFonts(), paper: paperSize(paper) })
}

function paperSize(paper: Paper): 'A4' | 'letter' {
  return paper === 'Letter' ? 'letter' : 'A4'
}
