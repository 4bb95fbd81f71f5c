import type { Composition } from '../../core/briefs/composition.ts'
import { runningTitle } from '../../core/briefs/inline-text.ts'
import { escapeHtml } from '../html/escape.ts'

/** What Chromium's `printToPDF` is told, for a page that `briefToHtml` wrote. */
export type PrintOptions = {
  readonly pageSize: 'A4' | 'Letter'
  readonly printBackground: true
  readonly preferCSSPageSize: true
  readonly generateTaggedPDF: true
  readonly generateDocumentOutline: true
  readonly displayHeaderFooter: true
  readonly headerTemplate: string
  readonly footerTemplate: string
}

/**
 * The options a brief is printed with: tagged, with an outline, and a foot that carries the running title and the page
 * number. The page margins come from the style sheet.
 */
export function printOptions(composition: Composition, paper: 'A4' | 'letter'): PrintOptions {
  return {
    pageSize: paper === 'A4' ? 'A4' : 'Letter',
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer(composition),
  }
}

/** Chromium sets templates in 0 pt unless told otherwise, and knows none of the page's own styles. */
const FOOT_STYLE =
  'width:100%;margin:0 22mm;padding-top:2.5mm;border-top:0.5pt solid #b9bfbd;display:flex;justify-content:space-between;' +
  "gap:8mm;font:7.5pt Inter,'Noto Sans','Segoe UI','Helvetica Neue',Arial,sans-serif;color:#444"

function footer({ head, lang, furniture }: Composition): string {
  const page = escapeHtml(furniture.page)
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>')
  const title = escapeHtml(runningTitle(head.title.text))
  return `<div lang="${lang}" style="${FOOT_STYLE}"><span lang="${head.title.lang}">${title}</span><span style="white-space:nowrap">${page}</span></div>`
}
