import { readFileSync } from 'node:fs'
import { printHtml } from './print.ts'
import { readPrintJob } from './print-job-file.ts'
import { writeWhole } from './write-whole.ts'

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
