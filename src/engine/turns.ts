/** Does things one after the other: each begins when the one before has ended, well or badly. */
export type Turns = <T>(act: () => Promise<T>) => Promise<T>

/** Makes a row to stand in. What stands in it must not wait for something that stands behind it. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const mine = last.then(act)
    last = mine.catch(() => undefined)
    return mine
  }
}
