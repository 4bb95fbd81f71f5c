import type { Preferences } from '../ipc/shapes.ts'
import { type Kept, readKept, withRecent, writeKept } from './kept.ts'
import type { Log } from './log.ts'

/** What is remembered between runs, held in memory and written on every change. */
export type State = {
  readonly get: () => Kept
  readonly change: (change: (kept: Kept) => Kept) => void
  readonly preferences: () => Preferences
  /** A workspace was opened: it leads the recent ones and is opened again next time. */
  readonly opened: (path: string, name: string) => void
  readonly closed: () => void
}

/** Reads the state of the last run. */
export function openState(file: string, lang: Preferences['lang'], log: Log): State {
  let kept = readKept(file, lang)
  const change: State['change'] = (step) => {
    kept = step(kept)
    const reason = writeKept(file, kept)
    if (reason !== null) log(`The preferences could not be written: ${reason}`)
  }
  return {
    get: () => kept,
    change,
    preferences: () => kept.preferences,
    opened: (path, name) =>
      change((before) => ({
        ...before,
        open: path,
        recent: withRecent(before.recent, { path, name, openedAt: Date.now() }),
      })),
    closed: () => change((before) => ({ ...before, open: null })),
  }
}
