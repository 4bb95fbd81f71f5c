import { Stop, say } from '../setup/say.mjs'
import { checks } from './checks.mjs'

/** @typedef {import('./checks.mjs').Result} Result */

/**
 * Runs the checks in order, each whatever became of the others, and closes with how many tests passed and failed.
 * @param {readonly string[]} names only these, or all where there are none
 */
export async function runChecks(names) {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name))
  if (unknown.length > 0) {
    throw new Stop(
      `there is no check named ${unknown.join(', ')}.`,
      `choose from: ${checks.map((check) => check.name).join(', ')}.`,
    )
  }
  const chosen = checks.filter(
    (check) => names.length === 0 || names.includes(check.name) || names.some(check.neededBy),
  )
  /** @type {{ name: string, seconds: number, result: Result }[]} */
  const done = []
  for (const { name, what, execute } of chosen) {
    say(`\n── ${name}: ${what}`)
    const started = Date.now()
    const result = await execute(new Set(done.filter((other) => other.result.failed > 0).map((other) => other.name)))
    done.push({ name, seconds: (Date.now() - started) / 1000, result })
  }
  return close(done)
}

/**
 * @param {readonly { name: string, seconds: number, result: Result }[]} done
 */
function close(done) {
  const width = Math.max(...done.map(({ name }) => name.length))
  const lines = done.map(({ name, seconds, result: { passed, failed, skipped = 0 } }) => {
    const counts = [`${passed} passed`, failed > 0 && `${failed} FAILED`, skipped > 0 && `${skipped} skipped`]
    return `${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${counts.filter(Boolean).join(', ')}`
  })
  const passed = done.reduce((sum, { result }) => sum + result.passed, 0)
  const failed = done.reduce((sum, { result }) => sum + result.failed, 0)
  process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
