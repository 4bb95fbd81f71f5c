type Flush = () => Promise<void>

const flushes = new Set<Flush>()

/**
 * Has `flush` called, and waited for, before the window closes, another workspace is opened, or a brief is exported.
 * Whatever holds typed text that has not been sent yet registers here. Returns the way to take it back.
 */
export function onFlush(flush: Flush): () => void {
  flushes.add(flush)
  return () => {
    flushes.delete(flush)
  }
}

const handOns = new Set<() => void>()

/**
 * Has `handOn` called before anything is flushed: an editor passes what was typed in it to the record it belongs to,
 * which then sends it. Returns the way to take it back.
 */
export function onHandOn(handOn: () => void): () => void {
  handOns.add(handOn)
  return () => {
    handOns.delete(handOn)
  }
}

/** Sends everything typed so far to the engine; one that fails does not keep the others from being sent. */
export async function flushAll(): Promise<void> {
  for (const handOn of handOns) handOn()
  await Promise.allSettled([...flushes].map((flush) => flush()))
}
