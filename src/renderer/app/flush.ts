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
  await Promise.allSettled([...flushes].map((flush) => flush()))
}
