import { ensureBuild } from './setup/build.mjs'
import { ensureSample } from './setup/sample.mjs'
import { runScript, say } from './setup/say.mjs'

await runScript(async () => {
  await ensureBuild()
  say(await ensureSample())
  return 0
})
