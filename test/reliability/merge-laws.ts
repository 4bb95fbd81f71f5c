/**
 * Merging is commutative, associative and idempotent, everybody ends with the same, and every character that anybody
 * ever typed can be reached: over random histories of people who work apart on copies of one workspace, with wrong
 * clocks, copied files, old copies, parts of copies, and changes of versions yet to come.
 *
 * The engine's own workspace and merge are played on a store without a file; `merge-files` does the same with files.
 */
import { drawHistory, type History } from './merging/history.ts'
import { holdToLaws } from './merging/laws.ts'
import { playHistory } from './merging/play.ts'
import { smallest } from './merging/smallest.ts'
import { prove } from './support/prove.ts'
import { seededRandom } from './support/random.ts'

await prove({ figure: 'merge laws', reach: 100_000 }, async (run) => {
  for (const index of run.cases()) {
    const history = drawHistory(run.random(index))
    const { fault, onlyInTheLog, inHoles } = hold(history, run.seed, index)
    if (fault !== undefined) {
      const small = smallest(history, (other) => hold(other, run.seed, index).fault !== undefined)
      run.fail(`${hold(small, run.seed, index).fault}\n${JSON.stringify(small)}`, index)
    }
    run.note('acts', history.acts.length)
    run.note('people', history.clocks.length)
    run.note('characters found in the log alone', onlyInTheLog)
    run.note('changes in a hole of a deleter’s copy', inHoles)
    run.count()
  }
})

/** What goes wrong in a history; no fault where every law holds. */
function hold(history: History, seed: number, index: number) {
  try {
    const played = playHistory(history, seededRandom(seed + 1, index))
    return { fault: undefined, ...holdToLaws(played, seededRandom(seed + 2, index)) }
  } catch (error) {
    return {
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      onlyInTheLog: 0,
      inHoles: 0,
    }
  }
}
