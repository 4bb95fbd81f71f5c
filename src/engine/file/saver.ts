/** Runs saves one at a time. */
export type Saver<T> = {
  /** Saves, or waits for the save that will hold what there is now. All who wait for the same save get its answer. */
  readonly save: () => Promise<T>
  /** Waits until nothing is being saved. */
  readonly idle: () => Promise<void>
}

/**
 * Makes a saver: while a save runs, however many more are asked for, only one follows it, with the newest content.
 *
 * @param run takes its content when it is called, not before
 */
export function createSaver<T>(run: () => Promise<T>): Saver<T> {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined
  const start = (): Promise<T> => {
    const started = run().finally(() => {
      if (running === started) running = undefined
    })
    running = started
    return started
  }
  const follow = async (before: Promise<T>): Promise<T> => {
    await before.catch(() => undefined)
    next = undefined
    return start()
  }
  return {
    save() {
      if (next) return next
      if (!running) return start()
      next = follow(running)
      return next
    },
    async idle() {
      for (let last = next ?? running; last; last = next ?? running) await last.catch(() => undefined)
    },
  }
}
