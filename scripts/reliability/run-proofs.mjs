import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { toolEnvironment } from '../setup/processes.mjs'
import { Stop, say } from '../setup/say.mjs'
import { ensureOmegat, ensureSyncthing } from '../setup/system-libraries.mjs'

/** @typedef {{ figure: string, reach: number, count: number, failed: number, seed: number, seconds: number, notes: Record<string, number> }} Result */

/** @typedef {{ name: string, ok: boolean, why: string, result: Result | undefined, seconds: number }} Ran */

const folder = join(root, 'test', 'reliability')
const AT_ONCE = 2
/** For what hangs: a busy machine that is three times slower stays far below it. */
const LIMIT_MINUTES = 20
const MINUTE = 60_000

/** The names of all proofs: each is a file of its own. */
function proofNames() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort()
}

/** Those that `npm test` runs. Planting bugs tests the tests, and is run when those or the code beneath them change. */
export function proofsOfEveryTest() {
  return proofNames().filter((name) => name !== 'planted-bugs')
}

/**
 * Runs proofs two at a time and closes with one table. Each is a program of its own, so that one which hangs or runs out
 * of memory takes no other with it.
 * @param {{ names: readonly string[], long: boolean, args: readonly string[] }} options
 * @returns {Promise<readonly Ran[]>}
 */
export async function runProofs({ names, long, args }) {
  const all = proofNames()
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0) {
    throw new Stop(`there is no proof named ${unknown.join(', ')}.`, `choose from: ${all.join(', ')}.`)
  }
  const waiting = all.filter((name) => names.length === 0 || names.includes(name))
  if (waiting.includes('syncthing')) await ensureSyncthing()
  if (waiting.includes('omegat')) await ensureOmegat()
  const limit = LIMIT_MINUTES * MINUTE * (long ? 10 : 1)
  /** @type {Ran[]} */
  const done = []
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const ran = await runProof(name, [...(long ? ['--long'] : []), ...args], limit)
      say(`${ran.ok ? 'held  ' : 'FAILED'} ${name} (${ran.seconds.toFixed(1)} s)${ran.why && `: ${ran.why}`}`)
      done.push(ran)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const sorted = done.sort((one, other) => all.indexOf(one.name) - all.indexOf(other.name))
  process.stdout.write(`\n${table(sorted)}\n`)
  return sorted
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {number} limit
 * @returns {Promise<Ran>}
 */
function runProof(name, args, limit) {
  const started = Date.now()
  return new Promise((resolve) => {
    // In a group of its own where the system has groups: what a proof starts goes with it.
    const child = spawn(process.execPath, [join(folder, `${name}.ts`), ...args], {
      cwd: root,
      env: toolEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: process.platform !== 'win32',
    })
    let output = ''
    let overran = false
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk))
    const stop = () => kill(child.pid)
    const timer = setTimeout(() => {
      overran = true
      stop()
    }, limit)
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    /** @param {number | null} code */
    const finish = (code) => {
      clearTimeout(timer)
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      const seconds = (Date.now() - started) / 1000
      const result = lastLine(output)
      const ok = code === 0 && result !== undefined && result.failed === 0 && result.count >= result.reach
      resolve({ name, ok, why: ok ? '' : whyNot(result, overran, code), result, seconds })
    }
    child.on('error', () => finish(127))
    child.on('close', finish)
  })
}

/** @param {number | undefined} pid */
function kill(pid) {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

/**
 * @param {Result | undefined} result
 * @param {boolean} overran
 * @param {number | null} code
 */
function whyNot(result, overran, code) {
  if (overran) return 'took too long and was stopped'
  if (!result) return `ended without a result, with code ${code}`
  if (result.failed > 0) return `${result.failed} failed`
  return `only ${result.count} of ${result.reach}`
}

/**
 * @param {string} output
 * @returns {Result | undefined}
 */
function lastLine(output) {
  try {
    return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')
  } catch {
    return undefined
  }
}

/** @param {readonly Ran[]} ran */
function table(ran) {
  const rows = [
    ['proof', 'reach', 'count', 'failed', 'seconds', 'seed', ''],
    ...ran.map(({ name, result, seconds }) =>
      result
        ? [name, ...[result.reach, result.count, result.failed].map(grouped), seconds.toFixed(1), `${result.seed}`]
        : [name, '', '', '', seconds.toFixed(1), ''],
    ),
  ].map((row, index) => [...row.slice(0, 6), index === 0 || ran[index - 1]?.ok ? '' : 'FAILED'])
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/**
 * @param {string} cell
 * @param {number} width
 * @param {number} column
 */
function pad(cell, width, column) {
  return column === 0 || column === 6 ? cell.padEnd(width) : cell.padStart(width)
}

/** @param {number} value */
function grouped(value) {
  return value.toLocaleString('en-GB')
}
