import type { History } from './history.ts'

/** Leaves acts out of a history that breaks something, as long as it still does: what is left can be read. */
export function smallest(history: History, isBroken: (history: History) => boolean): History {
  let small = history
  for (let size = Math.ceil(small.acts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < small.acts.length; ) {
      const shorter = { ...small, acts: small.acts.toSpliced(at, size) }
      if (isBroken(shorter)) small = shorter
      else at += size
    }
  }
  return small
}
