// Runs the command line from a checkout, in the folder it was typed in. Nothing but the command's own answer goes to stdout.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { commandLineProgram, ensureBuild } from './setup/build.mjs'
import { findElectron } from './setup/electron.mjs'
import { callerFolder, root } from './setup/paths.mjs'

if (!existsSync(commandLineProgram)) await ensureBuild()

// Where the command needs the app itself, to print a PDF.
const electron = findElectron()
if (electron) process.env.TEMOIN_ELECTRON = electron.path
process.env.TEMOIN_APP = root

process.chdir(callerFolder())
process.argv[1] = commandLineProgram
createRequire(import.meta.url)(commandLineProgram)
