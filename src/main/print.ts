import { randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session } from 'electron'
import type { PrintJob } from '../ipc/engine-calls.ts'
import { notFound } from './app-files.ts'
import { guardSession } from './guard.ts'
import { headersFor, PRINT_ORIGIN, PRINT_POLICY, SCHEME } from './policy.ts'

const pages = new Map<string, string>()
let printing: Session | null = null

/** Turns a page into a tagged PDF with outline, page numbers and embedded fonts, without showing anything. */
export async function printHtml(job: PrintJob): Promise<Uint8Array> {
  const id = randomUUID()
  pages.set(`${PRINT_ORIGIN}/${id}`, job.html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  })
  try {
    // From memory on an address of our own: a long page does not fit into a data: address.
    await window.loadURL(`${PRINT_ORIGIN}/${id}`)
    return await window.webContents.printToPDF({
      pageSize: job.paper,
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: job.headerTemplate,
      footerTemplate: job.footerTemplate,
    })
  } finally {
    pages.delete(`${PRINT_ORIGIN}/${id}`)
    window.destroy()
  }
}

/** Pages to be printed live in a session of their own, in memory, that can reach nothing but them. */
function printSession(): Session {
  if (printing) return printing
  printing = session.fromPartition('print', { cache: false })
  guardSession(printing)
  printing.protocol.handle(SCHEME, ({ url }) => {
    const html = pages.get(url)
    return html === undefined
      ? notFound()
      : new Response(html, { headers: headersFor('text/html; charset=utf-8', PRINT_POLICY) })
  })
  return printing
}
