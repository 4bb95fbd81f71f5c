import process from 'node:process'
import { parseArgs } from 'node:util'
import { finish } from '../../support/afterwards.ts'
import { type Random, seededRandom } from './random.ts'

/** What a proof is held to. */
export type Figure = {
  readonly figure: string
  /** How many cases there are to be; ten times as many in a long run. */
  readonly reach: number
  /** There are exactly so many cases, and no more in a long run. */
  readonly isWhole?: boolean
}

/** One run of a proof: how much is asked of it, and where it tells what it saw. */
export type Run = {
  /** How many cases this run is to reach. */
  readonly reach: number
  readonly seed: number
  /** The numbers of one case. */
  readonly random: (index: number) => Random
  /** The cases to play: all of them, or the one named by `--only`. */
  readonly cases: () => Iterable<number>
  /** Says that one case was played to its end, well or not. */
  readonly count: (cases?: number) => void
  /** Says what went wrong; the words end with how to see it again. */
  readonly fail: (what: string, index?: number) => void
  /** Adds to a number that is printed beside the figure. */
  readonly note: (name: string, add?: number) => void
}

/** More are counted, but not told. */
const MOST_TOLD = 20
const SEED = 7

/**
 * Runs one proof as a program of its own: `node test/reliability/NAME.ts --count 1000 --seed 7`, `--long` for ten times
 * the figure, `--only 42` for one case. Prints what went wrong, then one line of JSON, and fails where anything did or
 * fewer cases were played than asked.
 */
export async function prove(
  { figure, reach: full, isWhole = false }: Figure,
  act: (run: Run) => Promise<void>,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      seed: { type: 'string', default: String(SEED) },
      only: { type: 'string' },
      long: { type: 'boolean', default: false },
    },
  })
  const seed = Number(values.seed)
  const asked = values.only === undefined ? Number(values.count ?? full * (values.long ? 10 : 1)) : 1
  const reach = isWhole ? Math.min(asked, full) : asked
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(reach) || reach < 1)
    throw new Error('wrong --count or --seed')
  const notes: Record<string, number> = {}
  let count = 0
  let failed = 0
  const fail = (what: string, index?: number) => {
    failed += 1
    const again = index === undefined ? '' : ` --only ${index}`
    if (failed <= MOST_TOLD) process.stderr.write(`${figure}: ${what} (again: --seed ${seed}${again})\n`)
  }
  const started = performance.now()
  try {
    await act({
      reach,
      seed,
      random: (index) => seededRandom(seed, index),
      *cases() {
        if (values.only !== undefined) yield Number(values.only)
        else for (let index = 0; index < reach; index += 1) yield index
      },
      count: (cases = 1) => (count += cases),
      fail,
      note(name, add = 1) {
        notes[name] = (notes[name] ?? 0) + add
      },
    })
  } catch (error) {
    fail(`the proof itself broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  } finally {
    await finish()
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10
  process.stdout.write(`${JSON.stringify({ figure, reach, count, failed, seed, seconds, notes })}\n`)
  process.exitCode = failed > 0 || count < reach ? 1 : 0
}
