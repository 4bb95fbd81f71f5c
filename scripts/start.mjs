// Sets up whatever is missing and opens the app. Runs on a bare Node 20, before anything is installed.
import { ensureDependencies } from './setup/dependencies.mjs'
import { continueUnderProjectNode } from './setup/project-node.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await ensureDependencies()
  const done = await continueUnderProjectNode(import.meta.url)
  if (done !== undefined) return done
  const { start } = await import('./setup/open-app.mjs')
  return start(process.argv.slice(2))
})
