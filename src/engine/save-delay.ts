import type { SaveState } from '../ipc/shapes.ts'
import type { OpenFile } from './workspace-file.ts'

/** How long after the last change the file is saved, and how long at most while changes keep coming. */
const SAVE_AFTER = 1_500
const SAVE_AT_MOST_AFTER = 15_000
/** From this size on, a save is work that a person may notice; below, it is over before anybody looks. */
const LARGE = 20_000_000
/** A large file is written for at most a tenth of the time, and never more than minutes late: the journal has it all. */
const PAUSE_PER_SAVE = 10
const LONGEST_PAUSE = 120_000
const AT_MOST_PER_SAVE = 40
const LONGEST_WAIT = 300_000

/** What a save of this file costs: its size, and how long the last one took (0 where there was none yet). */
export type SaveCost = { readonly bytes: number; readonly lastMillis: number }

/** Whether a file is so large that its saves wait for a real pause. */
export function waitsForPause({ bytes, lastMillis }: SaveCost): boolean {
  return bytes >= LARGE && lastMillis * PAUSE_PER_SAVE > SAVE_AFTER
}

/** How long to wait with the next save, after `waited` milliseconds since the first change that is not in the file. */
export function saveDelay(cost: SaveCost, waited: number): number {
  const isLong = waitsForPause(cost)
  const pause = isLong ? Math.min(LONGEST_PAUSE, cost.lastMillis * PAUSE_PER_SAVE) : SAVE_AFTER
  const atMost = isLong
    ? Math.min(LONGEST_WAIT, Math.max(SAVE_AT_MOST_AFTER, cost.lastMillis * AT_MOST_PER_SAVE))
    : SAVE_AT_MOST_AFTER
  return Math.max(0, Math.min(pause, atMost - waited))
}

/** What a save of an open file costs. */
export function costOf({ fingerprint }: Pick<OpenFile, 'fingerprint'>, lastMillis: number): SaveCost {
  return { bytes: fingerprint?.size ?? 0, lastMillis }
}

/** What a window is told while changes are not in the file yet. */
export function waitingState(cost: SaveCost): SaveState {
  return waitsForPause(cost) ? { kind: 'waiting', forPause: true } : { kind: 'waiting' }
}

/** What a window is told once the file holds everything that can be had. */
export function savedState(file: Pick<OpenFile, 'path' | 'lostBlobs' | 'unkept'>, at: number): SaveState {
  const { path, lostBlobs: count, unkept } = file
  if (count > 0) return { kind: 'saved', at, problem: { code: 'attachments-damaged', path, count } }
  return unkept ? { kind: 'saved', at, unkept } : { kind: 'saved', at }
}
