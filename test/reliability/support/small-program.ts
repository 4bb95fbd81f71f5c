import { join } from 'node:path'
import { listBackups } from '../../../src/engine/file/backups.ts'
import { companionOf } from '../../../src/engine/file/companion.ts'
import type { FileSystem } from '../../../src/engine/file/file-system.ts'
import type { FileHost } from '../../../src/engine/file/host.ts'
import { openJournal } from '../../../src/engine/file/journal.ts'
import { findLeftovers } from '../../../src/engine/file/leftovers.ts'
import { type Fingerprint, readWorkspaceFile, takeFingerprint } from '../../../src/engine/file/read-workspace-file.ts'
import { saveWorkspaceFile } from '../../../src/engine/file/save-workspace-file.ts'
import { seededPorts, tickingClock } from '../../support/ports.ts'
import { numberedChange, numberOf, numbersIn, smallImage } from './small-workspace.ts'

/** Where a program finds its things. */
export type Places = { readonly path: string; readonly journals: string; readonly backups: string }

/** What a program has told: these changes are safe. */
export type Told = (numbers: Iterable<number>) => void

/**
 * One run of a program that does with files what the app's session does, in the same order, and nothing else: it opens
 * what is there, brings back what the journal has, takes in changes, and saves.
 */
export type SmallProgram = {
  readonly numbers: ReadonlySet<number>
  /** Brings together what the file, or else another generation, and the journal hold; false where nothing is left. */
  readonly look: () => Promise<boolean>
  /** The same, and saves what the file had not. */
  readonly open: () => Promise<boolean>
  readonly type: (number: number) => Promise<void>
  readonly flush: () => Promise<void>
  readonly save: () => Promise<void>
}

const WORKSPACE = 'sahe1w0rkspace01'
let runs = 0

/** Starts a program on a disk. */
export function smallProgram(fs: FileSystem, { path, journals, backups }: Places, told: Told): SmallProgram {
  runs += 1
  const ports = seededPorts(`run ${runs}`, tickingClock())
  const host: FileHost = { ...ports, fs, process: 4_000 + runs, isRunning: () => false, sleep: async () => undefined }
  const journal = openJournal(host, journals, WORKSPACE, `run${runs}`)
  const numbers = new Set<number>()
  let fingerprint: Fingerprint | null = null
  let isSaved = false

  async function save(): Promise<void> {
    const held = [...numbers]
    const mark = journal.mark()
    const saved = await saveWorkspaceFile(host, path, smallImage(numbers), { expected: fingerprint, backups })
    if (!saved.ok) return
    fingerprint = saved.value.fingerprint
    told(held)
    await journal.clearUpTo(mark)
  }

  async function look(): Promise<boolean> {
    const found = await findWhatIsLeft(host, path, backups)
    if (!found) return false
    fingerprint = found.fingerprint
    for (const number of found.numbers) numbers.add(number)
    const replay = await journal.replay()
    const before = numbers.size
    for (const change of replay.changes) numbers.add(numberOf(change))
    journal.adopt(replay)
    isSaved = found.isTarget && numbers.size === before
    return true
  }

  return {
    numbers,
    save,
    look,
    async open() {
      if (!(await look())) return false
      if (isSaved) await journal.clearUpTo(journal.mark())
      else await save()
      return true
    },
    async type(number) {
      numbers.add(number)
      await journal.append([numberedChange(number)])
    },
    async flush() {
      const held = [...numbers]
      const flushed = await journal.flush()
      if (flushed.ok) told(held)
    },
  }
}

/** What a person can still open: the file, or else the fullest of its other generations. */
async function findWhatIsLeft(host: FileHost, path: string, backups: string) {
  const read = await readWorkspaceFile(host, path)
  if (read.ok) return { isTarget: true, numbers: numbersIn(read.value.image), fingerprint: read.value.fingerprint }
  // What cannot be read now is not lost: nobody puts another file in its place.
  if (read.problem.code === 'file-unreadable' || read.problem.code === 'file-not-available') return undefined
  const kept = (await listBackups(host, backups)).map(({ name }) => join(backups, name))
  let best: ReadonlySet<number> | undefined
  for (const candidate of [companionOf(path), ...kept, ...(await findLeftovers(host, path))]) {
    const other = await readWorkspaceFile(host, candidate)
    if (!other.ok) continue
    const numbers = numbersIn(other.value.image)
    if (!best || numbers.size > best.size) best = numbers
  }
  if (!best) return undefined
  const there = await takeFingerprint(host, path)
  return { isTarget: false, numbers: best, fingerprint: there.ok ? there.value : null }
}
