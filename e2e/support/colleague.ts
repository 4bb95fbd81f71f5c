import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { temoin } from './stories.ts'

/** One operation of the command line's `apply`. */
type Operation = Readonly<Record<string, string | number>>

/**
 * Has a colleague work in a copy of a workspace on another computer, and puts what comes of it where a sync client
 * would: in the place of the file, or beside it.
 */
export function fromColleague(
  workspace: string,
  target: string,
  operations: readonly Operation[],
  name = 'Luis',
): void {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-colleague-'))
  try {
    const copy = join(folder, 'copy.temoin')
    copyFileSync(workspace, copy)
    const list = join(folder, 'operations.jsonl')
    writeFileSync(list, operations.map((operation) => `${JSON.stringify(operation)}\n`).join(''))
    temoin('apply', copy, list, '--as', name)
    putInPlace(copy, target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As sync clients do it: another file in the same folder first, then its name. */
function putInPlace(from: string, to: string): void {
  const arriving = join(dirname(to), `.syncthing.${basename(to)}.tmp`)
  copyFileSync(from, arriving)
  renameSync(arriving, to)
}
