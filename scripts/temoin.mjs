// Runs the command line from a checkout, in the folder it was typed in. Only the command's own answer goes to stdout.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { commandLineProgram, ensureBuild } from './setup/build.mjs'
import { findElectron } from './setup/electron.mjs'
import { callerFolder, root } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  if (!existsSync(commandLineProgram)) await ensureBuild()
  // For what only the app itself can do: print a PDF.
  const electron = findElectron()
  if (electron) process.env.TEMOIN_ELECTRON = electron.path
  process.env.TEMOIN_APP = root
  return 0
})

if (process.exitCode === 0) {
  process.chdir(callerFolder())
  process.argv[1] = commandLineProgram
  createRequire(import.meta.url)(commandLineProgram)
}
