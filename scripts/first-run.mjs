// Sets up whatever is missing, takes the built app through its main job on a display that nobody has to look at,
// and leaves the files and pictures in out/first-run.
import { ensureDependencies } from './setup/dependencies.mjs'
import { continueUnderProjectNode } from './setup/project-node.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await ensureDependencies()
  const done = await continueUnderProjectNode(import.meta.url)
  if (done !== undefined) return done
  const { prepare } = await import('./setup/prepare.mjs')
  const { takeFirstJourney } = await import('./first-journey.mjs')
  return takeFirstJourney(await prepare())
})
