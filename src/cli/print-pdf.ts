import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { PrintJob } from '../ipc/engine-calls.ts'

/** Printing a long report takes seconds; a program that hangs must not hang the terminal. */
const GIVE_UP_AFTER = 120_000

/** The program that prints, and the app it is given. */
export type Printer = { readonly electron: string; readonly app: string }

/** The Electron that was found for this terminal, if any. */
export function findPrinter(environment: NodeJS.ProcessEnv): Printer | undefined {
  const electron = environment['TEMOIN_ELECTRON']
  const app = environment['TEMOIN_APP']
  return electron === undefined || app === undefined ? undefined : { electron, app }
}

/**
 * Prints a page to PDF with a hidden Electron, under Xvfb where Linux has no display. The page and the result go
 * through a private folder that is gone afterwards.
 */
export async function printPdf(job: PrintJob, printer: Printer | undefined): Promise<Outcome<Uint8Array>> {
  if (!printer) return refused({ code: 'pdf-unavailable', reason: 'electron' })
  const folder = mkdtempSync(join(tmpdir(), 'temoin-print-'))
  try {
    const jobFile = join(folder, 'job.json')
    const out = join(folder, 'out.pdf')
    writeFileSync(jobFile, JSON.stringify({ ...job, out }), { mode: 0o600 })
    const reason = await run(commandFor(printer, jobFile, join(folder, 'profile')))
    return reason === undefined ? done(readFileSync(out)) : refused({ code: 'pdf-unavailable', reason })
  } catch (error) {
    return refused({ code: 'pdf-unavailable', reason: error instanceof Error ? error.message : String(error) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function commandFor({ electron, app }: Printer, jobFile: string, profile: string): readonly string[] {
  const isRoot = process.getuid?.() === 0
  const flags = [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    `--print-job=${jobFile}`,
    `--data-folder=${profile}`,
  ]
  const program = [electron, app, ...flags]
  const hasDisplay = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  return process.platform === 'linux' && !hasDisplay ? ['xvfb-run', '-a', ...program] : program
}

/** Runs a program to its end; answers why it failed, or undefined. */
function run([program = '', ...args]: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString()).slice(-2000)
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), GIVE_UP_AFTER)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve(error.message)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? undefined : complaint.trim().split('\n').at(-1) || `exit ${code}`)
    })
  })
}
