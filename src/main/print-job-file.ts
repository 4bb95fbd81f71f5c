import type { PrintJob } from '../ipc/engine-calls.ts'

/** A print job as the command line leaves it in a file: the page, and where its PDF goes. */
export type PrintJobFile = PrintJob & { readonly out: string }

/** Reads a print job; throws where the file is none. */
export function readPrintJob(text: string): PrintJobFile {
  const value: unknown = JSON.parse(text)
  const job = value as Partial<Record<keyof PrintJobFile, unknown>>
  const texts = ['html', 'title', 'lang', 'paper', 'headerTemplate', 'footerTemplate', 'out'] as const
  if (typeof value !== 'object' || value === null || !texts.every((key) => typeof job[key] === 'string')) {
    throw new Error('This file is not a print job.')
  }
  return value as PrintJobFile
}
