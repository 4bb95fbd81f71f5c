import { join } from 'node:path'
import type { Change } from '../../core/history/change.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { errnoOf, writingProblem } from './file-problems.ts'
import type { OpenFile } from './file-system.ts'
import type { FileHost } from './host.ts'
import { encodeChanges, encodeOwner } from './journal-record.ts'
import { journalFileName, type Replay, readJournals } from './replay-journals.ts'
import { settleFolderOf } from './replace-file.ts'
import { removeQuietly, writeAll } from './temporary-file.ts'

/**
 * The changes of one run of the program that the workspace file may not hold yet, in the app's own folder.
 *
 * Calls may overlap; they are done one after the other, in the order in which they were made.
 */
export type Journal = {
  /** Hands changes to the operating system: from then on only a power cut can take them. */
  readonly append: (changes: readonly Change[]) => Promise<Outcome<null>>
  /** Makes everything appended so far outlast a power cut. */
  readonly flush: () => Promise<Outcome<null>>
  /** Names everything that `append` was called with until now. Ask in the same breath as for the image that is saved. */
  readonly mark: () => number
  /** Lets go of everything up to a mark, once a save that held it has been verified. */
  readonly clearUpTo: (mark: number) => Promise<void>
  /** Reads what this and earlier runs of this workspace left behind. */
  readonly replay: () => Promise<Replay>
  /**
   * Takes over replayed journals whose changes are in the store by now: they go when what was appended by then goes,
   * save those of programs that still run.
   */
  readonly adopt: (replay: Replay) => void
  /** Waits for what is under way, and lets go of the files. What was not cleared stays for the next run. */
  readonly close: () => Promise<void>
}

type Segment = { readonly number: number; readonly path: string; readonly file: OpenFile; end: number; synced: boolean }

/**
 * Opens the journal of one run. Nothing is written until there is something to write.
 *
 * The journal is a row of files: a mark ends one, and clearing removes whole files. So nothing in it is ever rewritten,
 * and a write that failed half-way ends its file and harms nothing after it.
 *
 * @param run random per run of the program, of letters and digits: two programs never write one journal
 */
export function openJournal(host: FileHost, folder: string, workspace: string, run: string): Journal {
  const { fs } = host
  const written = new Map<number, string[]>()
  let current: Segment | undefined
  let generation = 1
  let files = 0
  let queue: Promise<unknown> = Promise.resolve()

  function enqueue<T>(act: () => Promise<T>): Promise<T> {
    const result = queue.then(act)
    queue = result.catch(() => undefined)
    return result
  }

  function note(number: number, paths: readonly string[]): void {
    written.set(number, [...(written.get(number) ?? []), ...paths])
  }

  /** The same run may have had this workspace open before, and left files. */
  async function openFresh(): Promise<{ readonly path: string; readonly file: OpenFile }> {
    await fs.makeFolder(folder)
    for (;;) {
      files += 1
      const path = join(folder, journalFileName(workspace, run, files))
      try {
        return { path, file: await fs.open(path, 'wx', 0o600) }
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error
      }
    }
  }

  async function openSegment(number: number): Promise<Segment> {
    const { path, file } = await openFresh()
    note(number, [path])
    const segment: Segment = { number, path, file, end: 0, synced: false }
    current = segment
    await add(segment, encodeOwner({ workspace, run, process: host.process }))
    return segment
  }

  async function add(segment: Segment, bytes: Uint8Array): Promise<void> {
    segment.synced = false
    await writeAll(segment.file, bytes, segment.end)
    segment.end += bytes.length
  }

  async function sync(segment: Segment | undefined): Promise<void> {
    if (!segment || segment.synced) return
    await segment.file.sync()
    await settleFolderOf(host, segment.path)
    segment.synced = true
  }

  async function endSegment(): Promise<void> {
    const ended = current
    current = undefined
    await ended?.file.close().catch(() => undefined)
  }

  async function attempt(act: () => Promise<void>): Promise<Outcome<null>> {
    try {
      await act()
      return done(null)
    } catch (error) {
      // Whatever stands half-written at the end of this file, the next record begins in a new one.
      await endSegment()
      return refused(writingProblem(error, folder))
    }
  }

  return {
    append(changes) {
      const number = generation
      return enqueue(() =>
        attempt(async () => {
          if (changes.length === 0) return
          if (current && current.number !== number) {
            await sync(current)
            await endSegment()
          }
          await add(current ?? (await openSegment(number)), encodeChanges(changes))
        }),
      )
    },
    flush: () => enqueue(() => attempt(() => sync(current))),
    mark() {
      generation += 1
      return generation - 1
    },
    clearUpTo: (mark) =>
      enqueue(async () => {
        if (current && current.number <= mark) await endSegment()
        for (const [number, paths] of written) {
          if (number > mark) continue
          for (const path of paths) await removeQuietly(fs, path)
          written.delete(number)
        }
      }),
    replay: () => enqueue(() => readJournals(host, folder, workspace)),
    adopt(replay) {
      const own = new Set([...written.values()].flat())
      const abandoned = replay.journals.filter(({ path, process }) => !own.has(path) && !isAlive(host, process))
      note(
        generation,
        abandoned.map(({ path }) => path),
      )
    },
    close: () => enqueue(() => endSegment()),
  }
}

/** A process number that is our own was given out again: the program that had it before is gone. */
function isAlive(host: FileHost, process: number | undefined): boolean {
  return process !== undefined && process !== host.process && host.isRunning(process)
}
