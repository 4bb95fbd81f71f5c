// Runs the proofs of test/reliability, all or those named, and prints one table: npm run reliability -- kill --seed 3
// --long runs ten times as much; --count 100 is for a quick look.
import { parseArgs } from 'node:util'
import { ensureDependencies } from './setup/dependencies.mjs'
import { continueUnderProjectNode } from './setup/project-node.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await ensureDependencies()
  const done = await continueUnderProjectNode(import.meta.url)
  if (done !== undefined) return done
  const { runProofs } = await import('./reliability/run-proofs.mjs')
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { long: { type: 'boolean', default: false }, seed: { type: 'string' }, count: { type: 'string' } },
  })
  const { long, seed, count } = values
  const args = [...(seed === undefined ? [] : ['--seed', seed]), ...(count === undefined ? [] : ['--count', count])]
  const ran = await runProofs({ names: positionals, long, args })
  return ran.every(({ ok }) => ok) ? 0 : 1
})
