/**
 * The tests notice what they are there for: bugs are planted in the code that saves, opens, journals and merges, one at a
 * time in a copy of the project, and each must be caught by the test or proof that is named beside it. A bug whose place
 * in the code is not there any more fails as well: then its line below has to follow the code.
 *
 * What catches a bug is run without any bug first: a test that fails anyway would catch everything.
 */
import { join } from 'node:path'
import process from 'node:process'
import { newFolder } from '../support/engine.ts'
import type { Bug, Catcher } from './planting/bug.ts'
import { BUGS_IN_MERGING } from './planting/bugs-in-merging.ts'
import { BUGS_IN_OPENING } from './planting/bugs-in-opening.ts'
import { BUGS_IN_SAVING } from './planting/bugs-in-saving.ts'
import { makeScratch, type Scratch } from './planting/scratch.ts'
import { prove, type Run } from './support/prove.ts'

const BUGS = [...BUGS_IN_SAVING, ...BUGS_IN_OPENING, ...BUGS_IN_MERGING]
const AT_ONCE = 2

await prove({ figure: 'planted bugs', reach: BUGS.length, isWhole: true }, async (run) => {
  const root = newFolder()
  const chosen = [...run.cases()].flatMap((index) => {
    const bug = BUGS[index]
    return bug ? [{ index, bug }] : []
  })
  const catchers = new Map(chosen.map(({ bug }) => [JSON.stringify(bug.caughtBy), bug.caughtBy]))
  const jobs = [
    ...[...catchers.values()].map((catcher) => (scratch: Scratch) => holdsWithoutBugs(run, scratch, catcher)),
    ...chosen.map(
      ({ index, bug }) =>
        (scratch: Scratch) =>
          isCaught(run, scratch, bug, index),
    ),
  ]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, worker) => {
      const scratch = makeScratch(join(root, String(worker)))
      for (let job = jobs.shift(); job; job = jobs.shift()) await job(scratch)
    }),
  )
})

async function holdsWithoutBugs(run: Run, scratch: Scratch, catcher: Catcher): Promise<void> {
  const noticed = await scratch.run(catcher)
  if (noticed) run.fail(`fails without any bug: ${noticed.by}`)
}

async function isCaught(run: Run, scratch: Scratch, bug: Bug, index: number): Promise<void> {
  const noticed = await scratch
    .plant(bug, () => scratch.run(bug.caughtBy))
    .catch((error: unknown) => {
      run.fail(String(error), index)
      return undefined
    })
  if (noticed) process.stdout.write(`${bug.bug}\n  caught by ${noticed.by}\n`)
  else run.fail(`nobody notices that ${bug.bug}`, index)
  run.count()
}
