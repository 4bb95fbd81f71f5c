import { ensureBuild } from './setup/build.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await ensureBuild()
  return 0
})
