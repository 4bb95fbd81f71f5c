/**
 * What happens in the 28 tests of merging that KeePassXC has (tests/TestMerge.h), restated for records, themes and
 * briefs, and the two things that its own code says it may lose. Each is played between two people with real files; each
 * ends with both copies saying the same, and with a second merge that changes nothing.
 */
import { strict as assert } from 'node:assert'
import { twoCopies } from '../support/engine.ts'
import { tickingClock } from '../support/ports.ts'
import { WITH_DELETIONS } from './scenarios/deletions.ts'
import { WITH_PLACES } from './scenarios/places.ts'
import { agree } from './scenarios/scenario.ts'
import { WITH_VALUES } from './scenarios/values.ts'
import { WHAT_IT_LOSES } from './scenarios/what-it-loses.ts'
import { prove } from './support/prove.ts'

const THEIRS = [...WITH_VALUES, ...WITH_DELETIONS, ...WITH_PLACES]
const SCENARIOS = [...THEIRS, ...WHAT_IT_LOSES]
const NOON = Date.UTC(2026, 2, 14, 12)
const standing = () => NOON
/** Luc's clock is right, stands in 1970, runs ten years ahead, or stands still with Ana's. */
const CLOCKS = [() => tickingClock(), () => tickingClock(0), () => tickingClock(Date.UTC(2036, 0, 1))]

await prove({ figure: 'scenarios', reach: SCENARIOS.length, isWhole: true }, async (run) => {
  assert.equal(THEIRS.length, 28)
  for (const index of run.cases()) {
    const scenario = SCENARIOS[index]
    if (!scenario) continue
    const isStill = WHAT_IT_LOSES.includes(scenario)
    for (const clock of isStill ? [() => standing] : CLOCKS) {
      const copies = await twoCopies({ ana: isStill ? { now: standing } : {}, luc: { now: clock() } })
      try {
        await scenario.play(copies)
        await agree(copies)
      } catch (error) {
        run.fail(`${scenario.name}: it does not hold that ${scenario.says}: ${String(error)}`, index)
      }
      for (const { workspace } of [copies.ana, copies.luc]) workspace.store.close()
    }
    run.count()
  }
})
