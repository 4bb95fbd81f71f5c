import { dirname } from 'node:path'
import type { Outcome, Problem } from '../../core/problem.ts'
import { readingProblem } from '../file/file-problems.ts'
import type { FileStat } from '../file/file-system.ts'
import type { FileHost } from '../file/host.ts'
import { isSameState } from '../file/read-file.ts'
import { type Fingerprint, realPathOf } from '../file/read-workspace-file.ts'
import { createSaver } from '../file/saver.ts'
import type { WatchFolder } from './watch-folder.ts'

/** A file must look the same for this long before it is read: whoever writes it may not be done. */
const QUIET = 1_000
/** How often the file is looked at although nobody said that it changed: network drives say nothing. */
const POLL = 10_000
/** How long a file that could not be taken in is left alone while it stays as it is. */
const PATIENCE = 30_000

/** What watching one open file needs. */
export type FileWatchPorts = {
  readonly host: FileHost
  readonly watchFolder: WatchFolder
  readonly path: string
  /** What the file looked like when it was last read or written here. */
  readonly known: () => Fingerprint | null
  /** Lets nobody save meanwhile. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>
  /** The file is another than the one known, and quiet: read it, and merge what it brings. */
  readonly takeIn: () => Promise<Outcome<unknown>>
  /** How the file stands to what is open: null where it is what was last read or written here. */
  readonly onState: (problem: Problem | null) => Promise<void>
  /** Something in the folder may be different; answers whether there is nothing to come back for soon. */
  readonly onFolder: () => Promise<boolean>
}

/** Watches one file until it is closed. */
export type FileWatch = {
  readonly start: () => void
  /** Looks now, and waits until that is done. */
  readonly look: () => Promise<void>
  readonly idle: () => Promise<void>
  readonly close: () => void
}

/**
 * Watches the file that is open, through its folder: a file that is replaced is another file by the same name. Once a
 * changed file has become quiet it is taken in; one that cannot be read, or is gone, is told, and looked at again.
 */
export function watchFile(ports: FileWatchPorts): FileWatch {
  const { host, path, known, inTurn, takeIn, onState, onFolder } = ports
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let isSoon = false
  let before: FileStat | 'gone' | undefined
  let failed: { readonly stat: FileStat; readonly at: number } | undefined
  let stopWatching = () => {}
  let watched: string | undefined
  const looks = createSaver(look)

  /** News that keep coming do not put off a look that is due soon. */
  function lookIn(millis: number): void {
    if (closed || isSoon) return
    isSoon = millis < POLL
    clearTimeout(timer)
    timer = setTimeout(() => void looks.save(), millis)
  }

  async function look(): Promise<void> {
    isSoon = false
    if (closed) return
    await keepWatching()
    const isSettled = await inTurn(lookAtFile)
    const isFolderSettled = closed || (await onFolder())
    lookIn(isSettled && isFolderSettled ? POLL : QUIET)
  }

  /** Answers whether there is nothing to come back for soon. */
  async function lookAtFile(): Promise<boolean> {
    if (closed) return true
    const now = await stateOf(host, path)
    const earlier = before
    before = 'code' in now ? (now.code === 'file-missing' ? 'gone' : undefined) : now
    if ('code' in now) {
      // Some sync clients take a file away for a moment before they put the new one there.
      const isSure = now.code !== 'file-missing' || earlier === 'gone'
      if (isSure) await onState(now)
      return isSure
    }
    const fingerprint = known()
    if (fingerprint && isSameState(now, { ...now, ...fingerprint })) {
      failed = undefined
      await onState(null)
      return true
    }
    if (!earlier || earlier === 'gone' || !isSameState(earlier, now)) return false
    if (failed && isSameState(failed.stat, now) && host.nowMillis() - failed.at < PATIENCE) return true
    const taken = await takeIn()
    failed = taken.ok ? undefined : { stat: now, at: host.nowMillis() }
    await onState(taken.ok ? null : taken.problem)
    return true
  }

  /** A folder that was taken away and came back (a stick, say) is another folder, and has to be watched anew. */
  async function keepWatching(): Promise<void> {
    const folder = dirname(await realPathOf(host, path))
    const inode = await host.fs.stat(folder).then(
      (stat) => stat.inode,
      () => undefined,
    )
    if (closed || inode === watched) return
    stopWatching()
    watched = inode
    stopWatching = inode === undefined ? () => {} : ports.watchFolder(folder, () => lookIn(QUIET))
  }

  return {
    start: () => lookIn(0),
    look: () => looks.save(),
    idle: () => looks.idle(),
    close() {
      closed = true
      clearTimeout(timer)
      stopWatching()
    },
  }
}

async function stateOf(host: FileHost, path: string): Promise<FileStat | Problem> {
  try {
    const stat = await host.fs.stat(path)
    return stat.kind === 'file' ? stat : { code: 'file-unreadable', path, reason: 'EISDIR' }
  } catch (error) {
    return readingProblem(error, path)
  }
}
