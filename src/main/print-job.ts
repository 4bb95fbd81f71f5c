import { readFileSync } from 'node:fs'
import type { PrintJob } from '../ipc/engine-calls.ts'
import { printHtml } from './print.ts'
import { writeWhole } from './write-whole.ts'

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

/** Does a print job for the command line; answers with the process's exit code, the reason on its error output. */
export async function doPrintJob(file: string): Promise<number> {
  try {
    const job = readPrintJob(readFileSync(file, 'utf8'))
    const reason = writeWhole(job.out, await printHtml(job))
    if (reason === null) return 0
    process.stderr.write(`${reason}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  }
  return 1
}
