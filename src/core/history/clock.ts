import { fromStamp, MAX_COUNT, MAX_MILLIS, type Stamp, toStamp } from './stamp.ts'

/** Hands out stamps that only move forward, and forward past every stamp it has been shown. */
export type Clock = {
  readonly actor: string
  /** The next stamp, later than all before it. */
  readonly next: () => Stamp
  /** Takes note of a stamp from elsewhere, so that what is done after seeing it sorts after it. */
  readonly observe: (stamp: Stamp) => void
}

/** The time beyond which a stamp no longer pulls our clock along: the end of the year 9999. */
const FOLLOW_LIMIT = 253_402_300_799_999

/**
 * Makes a clock for one run of one installation.
 *
 * A computer's clock may stand in 1970 or 2090: both work, since only the order matters. Stamps beyond the year 9999
 * can only be made on purpose; they are kept and ordered, but do not drag our own stamps to the end of the range.
 *
 * @param actor 16 characters 0-9a-z, random per run (`randomActor`)
 */
export function createClock(actor: string, nowMillis: () => number): Clock {
  let millis = 0
  let count = -1
  return {
    actor,
    next() {
      const now = Math.min(Math.max(0, Math.floor(nowMillis())), FOLLOW_LIMIT)
      if (now > millis) {
        millis = now
        count = 0
      } else if (count < MAX_COUNT) {
        count += 1
      } else {
        millis = Math.min(millis + 1, MAX_MILLIS)
        count = 0
      }
      return toStamp({ millis, count, actor })
    },
    observe(stamp) {
      const seen = fromStamp(stamp)
      if (!seen || seen.millis > FOLLOW_LIMIT) return
      if (seen.millis > millis || (seen.millis === millis && seen.count > count)) {
        millis = seen.millis
        count = seen.count
      }
    },
  }
}
