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

/** Sends everything typed so far to the engine; one that fails does not keep the others from being sent. */
export async function flushAll(): Promise<void> {
  // Twice: what an editor hands on to its record in the first round is sent by the record in the second.
  for (let round = 0; round < 2; round += 1) await Promise.allSettled([...flushes].map((flush) => flush()))
}
