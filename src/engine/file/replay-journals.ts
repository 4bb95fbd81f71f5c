import { join } from 'node:path'
import type { Change } from '../../core/history/change.ts'
import type { FileHost } from './host.ts'
import { decodeJournal } from './journal-record.ts'
import { readFile } from './read-file.ts'

/** One journal file that was found. */
export type FoundJournal = {
  readonly path: string
  readonly run: string
  /** The process that wrote it; undefined where the file does not say any more. */
  readonly process: number | undefined
  /** Bytes that could not be read as records. */
  readonly dropped: number
}

/** What the journals of a workspace hold between them. */
export type Replay = {
  /** Each change once. Those that the file has already change nothing when they are added again. */
  readonly changes: readonly Change[]
  readonly journals: readonly FoundJournal[]
  /** Journals that cannot be read now; they stay where they are. */
  readonly unreadable: readonly string[]
}

const NAME = /^([0-9a-z]{1,64})\.([0-9a-z]{1,64})\.(\d+)\.journal$/

/** The name of the nth journal file of one run. */
export function journalFileName(workspace: string, run: string, count: number): string {
  return `${workspace}.${run}.${count}.journal`
}

/**
 * Reads the journals of a workspace, of every run that left one: a crash may have, and another program may be writing
 * one now. A torn end or damage costs no more than the records it lies on.
 */
export async function readJournals(host: FileHost, folder: string, workspace: string): Promise<Replay> {
  const names = await host.fs.list(folder).catch(() => [])
  const changes = new Map<string, Change>()
  const journals: FoundJournal[] = []
  const unreadable: string[] = []
  for (const name of [...names].sort()) {
    const [, itsWorkspace, run] = NAME.exec(name) ?? []
    if (itsWorkspace !== workspace || run === undefined) continue
    const path = join(folder, name)
    const content = await readJournal(host, path)
    if (!content) unreadable.push(path)
    else {
      for (const change of content.changes) changes.set(change.id, change)
      journals.push({ path, run, process: content.owner?.process, dropped: content.dropped })
    }
  }
  return { changes: [...changes.values()], journals, unreadable }
}

/** Undefined where the file cannot be read. One that is written to meanwhile is read as far as it went. */
async function readJournal(host: FileHost, path: string) {
  const read = await readFile(host.fs, path)
  return read.ok ? decodeJournal(read.value.bytes) : undefined
}
