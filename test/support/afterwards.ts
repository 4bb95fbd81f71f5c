import process from 'node:process'

type Act = () => Promise<void> | void

// A proof does without the test runner, which takes a while to load.
const runner = process.env['VITEST'] === undefined ? undefined : await import('vitest')
const waiting: Act[] = []

/** Does something once the tests of a file are over, or the proof that runs as a program of its own. */
export function afterwards(act: Act): void {
  if (runner) runner.afterAll(act)
  else waiting.push(act)
}

/** Does what waits for the end of a proof. */
export async function finish(): Promise<void> {
  for (const act of waiting.splice(0)) await act()
}
