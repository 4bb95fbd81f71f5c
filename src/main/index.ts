import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { app, protocol } from 'electron'
import { readFlags } from './flags.ts'
import { cutTheNetwork, guardContents } from './guard.ts'
import { SCHEME } from './policy.ts'
import { doPrintJob } from './print-job.ts'
import { runApp } from './run-app.ts'

// As root, in a container, Electron only starts without the outer sandbox; each window asks for its own in any case.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
cutTheNetwork()
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
app.on('web-contents-created', (_event, contents) => guardContents(contents))

const flags = readFlags(process.argv.slice(1), process.cwd(), process.env)
if (flags.printJob !== null) printAndLeave(flags.printJob)
else openAndStay()

function openAndStay(): void {
  if (flags.dataFolder !== null) app.setPath('userData', flags.dataFolder)
  // A second start hands its file over to the first and leaves.
  if (app.requestSingleInstanceLock({ workspace: flags.workspace }))
    void app.whenReady().then(() => runApp(flags.workspace))
  else app.quit()
}

/** Another Temoin may be running meanwhile: a print job touches nothing of its data folder. */
function printAndLeave(job: string): void {
  const folder = flags.dataFolder ?? mkdtempSync(join(tmpdir(), 'temoin-print-'))
  app.setPath('userData', folder)
  app.dock?.hide()
  app.on('window-all-closed', () => {})
  void app
    .whenReady()
    .then(() => doPrintJob(job))
    .then((code) => {
      if (flags.dataFolder === null) rmSync(folder, { recursive: true, force: true })
      app.exit(code)
    })
}
