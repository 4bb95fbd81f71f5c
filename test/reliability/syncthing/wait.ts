import { setTimeout } from 'node:timers/promises'

/** For what never happens: a computer three times slower than a slow one is far below it. */
const LIMIT = 180_000
const BETWEEN = 50

/** Waits for something that another program does, however long that takes in reason. */
export async function waitUntil(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + LIMIT
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`this did not come to be: ${what}`)
    await setTimeout(BETWEEN)
  }
}
