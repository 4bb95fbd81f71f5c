/** A reason to stop that a person can act on: what happened, and what to do next. */
export class Stop extends Error {
  /**
   * @param {string} what
   * @param {string} next
   */
  constructor(what, next) {
    super(what)
    this.next = next
  }
}

/**
 * One short line about what is being done.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a script to its end; a `Stop` becomes two sentences and exit code 1, anything else is a bug and shows its stack.
 * @param {() => Promise<number>} script
 */
export async function runScript(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof Stop)) throw error
    say(`\nStopped: ${error.message}`)
    say(`What to do: ${error.next}`)
  }
}

/**
 * @param {number} bytes
 */
export function megabytes(bytes) {
  return `${Math.round(bytes / 1_000_000)} MB`
}
