import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Writes what went wrong where only this computer's owner reads it. */
export type Log = (what: string) => void

const LIMIT = 1_000_000

/** A log in `folder` that never grows beyond two megabytes and never fails whoever writes to it. */
export function openLog(folder: string): Log {
  const file = join(folder, 'temoin.log')
  return (what) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(file, `${file}.old`)
      appendFileSync(file, `${new Date().toISOString()} ${what}\n`)
    } catch {
      // A full disk must not turn a small fault into a large one.
    }
  }
}
