import process from 'node:process'
import { afterAll } from 'vitest'

type Act = () => Promise<void> | void

const waiting: Act[] = []

/** Does something once the tests of a file are over, or the proof that runs as a program of its own. */
export function afterwards(act: Act): void {
  if (process.env['VITEST'] === undefined) waiting.push(act)
  else afterAll(act)
}

/** Does what waits for the end of a proof. */
export async function finish(): Promise<void> {
  for (const act of waiting.splice(0)) await act()
}
