// Sets up whatever is missing and runs every check, or only those named: npm test -- unit e2e
import { ensureDependencies } from './setup/dependencies.mjs'
import { continueUnderProjectNode } from './setup/project-node.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await ensureDependencies()
  const done = await continueUnderProjectNode(import.meta.url)
  if (done !== undefined) return done
  const { runChecks } = await import('./checks/run-checks.mjs')
  return runChecks(process.argv.slice(2))
})
