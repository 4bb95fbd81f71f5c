import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { proofsOfEveryTest, runProofs } from '../reliability/run-proofs.mjs'
import { findElectron } from '../setup/electron.mjs'
import { modulesFolder, outFolder, root } from '../setup/paths.mjs'
import { prepare } from '../setup/prepare.mjs'
import { run } from '../setup/processes.mjs'
import { Stop, say } from '../setup/say.mjs'
import { withDisplay } from '../setup/virtual-display.mjs'

/** @typedef {{ passed: number, failed: number, skipped?: number }} Result */

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} what
 * @property {(name: string) => boolean} neededBy
 * @property {(failed: ReadonlySet<string>) => Promise<Result>} execute is told which checks before it have failed
 */

const reports = join(outFolder, 'test')
const onItsOwn = () => false

/** @type {readonly Check[]} */
export const checks = [
  {
    name: 'set-up',
    what: 'Electron, system libraries, build, sample workspace',
    neededBy: (name) => name === 'e2e',
    execute: setUp,
  },
  tool('types', 'each layer with only what it may see', join(root, 'scripts', 'typecheck.mjs')),
  tool('lint', 'oxlint, with types', join(modulesFolder, 'oxlint', 'bin', 'oxlint')),
  tool(
    'format',
    'biome (npm run format puts it right)',
    join(modulesFolder, '@biomejs', 'biome', 'bin', 'biome'),
    'format',
  ),
  tool('unused', 'knip: files, exports and dependencies nobody uses', join(modulesFolder, 'knip', 'bin', 'knip.js')),
  { name: 'unit', what: 'vitest, with the architecture tests', neededBy: onItsOwn, execute: unit },
  { name: 'reliability', what: 'the proofs, each one a test', neededBy: onItsOwn, execute: reliability },
  { name: 'e2e', what: 'playwright, in the real app', neededBy: onItsOwn, execute: endToEnd },
]

/** @returns {Promise<Result>} */
async function setUp() {
  try {
    await prepare()
    return { passed: 1, failed: 0 }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(`Set-up stopped: ${error.message}\nWhat to do: ${error.next}`)
    return { passed: 0, failed: 1 }
  }
}

/**
 * A tool that is content or not: it counts as one test, and is heard only when it is not.
 * @param {string} name
 * @param {string} what
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Check}
 */
function tool(name, what, program, ...args) {
  const execute = async () => {
    const { code, output } = await run(process.execPath, [program, ...args], { quiet: true })
    if (code !== 0) say(output.trimEnd())
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  }
  return { name, what, neededBy: onItsOwn, execute }
}

async function unit() {
  const report = freshReport('unit.json')
  const { code } = await run(process.execPath, [
    join(modulesFolder, 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return read(report, code, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }))
}

/** @returns {Promise<Result>} */
async function reliability() {
  const ran = await runProofs({ names: proofsOfEveryTest(), long: false, args: [] })
  const held = ran.filter(({ ok }) => ok).length
  return { passed: held, failed: ran.length - held }
}

/**
 * @param {ReadonlySet<string>} failed
 */
async function endToEnd(failed) {
  const electron = findElectron()
  if (failed.has('set-up') || electron === undefined) {
    say('Not run: there is no app to run, because set-up failed.')
    return { passed: 0, failed: 1 }
  }
  const report = freshReport('e2e.json')
  const program = join(modulesFolder, '@playwright', 'test', 'cli.js')
  const { code } = await withDisplay((display) =>
    run(process.execPath, [program, 'test', '--reporter=list,json'], {
      env: { ...display, TEMOIN_ELECTRON: electron.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    }),
  )
  return read(report, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

/**
 * @param {string} name
 */
function freshReport(name) {
  mkdirSync(reports, { recursive: true })
  const file = join(reports, name)
  rmSync(file, { force: true })
  return file
}

/**
 * A runner that failed without naming a failed test (a file that did not load, a crash) counts as one.
 * @param {string} file
 * @param {number} code
 * @param {(json: any) => Required<Result>} count
 * @returns {Result}
 */
function read(file, code, count) {
  try {
    const counted = count(JSON.parse(readFileSync(file, 'utf8')))
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  } catch {
    return { passed: 0, failed: 1 }
  }
}
