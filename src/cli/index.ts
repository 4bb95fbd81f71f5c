import { userInfo } from 'node:os'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { openEnvironment } from '../engine/environment.ts'
import { runCommandLine } from './run.ts'

/** The terminal's side of the command line: everything ambient enters here. */
async function main(): Promise<void> {
  // Whoever reads the answer may have seen enough of it: `temoin list … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const exitCode = await runCommandLine(process.argv.slice(2), {
    language: process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '',
    author: userName(),
    openEnvironment,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    stderrIsTerminal: process.stderr.isTTY,
    readStdin: () => readAll(process.stdin),
    stdinLines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  })
  process.exitCode = exitCode
}

// Whoever reads our output may have seen enough (`temoin dump … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

async function readAll(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // Some systems have no name for a numeric user.
    return ''
  }
}

void main()
