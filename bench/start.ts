import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { launchApp } from '../e2e/support/launch-app.ts'
import { findElectron } from '../scripts/setup/electron.mjs'
import { sampleFile } from '../scripts/setup/sample.mjs'
import { withDisplay } from '../scripts/setup/virtual-display.mjs'
import { median } from './support/calibration.ts'

// node bench/start.ts: from starting the app on the sample workspace to a window one can work in, against an Electron
// window with nothing in it, started the same way in the same run.
const ROUNDS = 5

const scratch = mkdtempSync(join(tmpdir(), 'temoin-start-'))
try {
  const times = await withDisplay(measure)
  console.log(`empty Electron window: ${ms(times.empty)}`)
  console.log(
    `Temoin on the sample workspace, records listed: ${ms(times.app)} (${(times.app / times.empty).toFixed(1)} ×)`,
  )
  console.log(
    `Temoin again, with the profile of the first start: ${ms(times.again)} (${(times.again / times.empty).toFixed(1)} ×)`,
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function measure(display: Record<string, string>): Promise<{ empty: number; app: number; again: number }> {
  const empty: number[] = []
  const app: number[] = []
  const again: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await startEmpty(display, round))
    const profile = join(scratch, `profile-${round}`)
    app.push(await startApp(display, profile))
    again.push(await startApp(display, profile))
  }
  return { empty: median(empty), app: median(app), again: median(again) }
}

async function startApp(env: Record<string, string>, profile: string): Promise<number> {
  const workspace = join(scratch, 'sample.temoin')
  copyFileSync(sampleFile, workspace)
  const started = performance.now()
  const running = await launchApp({ profile, workspace, env })
  await running.page.getByRole('option').first().waitFor()
  const usable = performance.now() - started
  await running.app.close()
  return usable
}

async function startEmpty(env: Record<string, string>, round: number): Promise<number> {
  const electron = findElectron()
  if (!electron) throw new Error('There is no Electron to run. npm start sets it up.')
  const folder = join(scratch, `empty-${round}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","version":"1.0.0","main":"main.cjs"}')
  writeFileSync(
    join(folder, 'main.cjs'),
    "const { app, BrowserWindow } = require('electron')\napp.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<h1>empty</h1>'))",
  )
  const flags = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(process.platform === 'linux' ? ['--disable-gpu'] : []),
  ]
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const started = performance.now()
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [...flags, `--user-data-dir=${join(folder, 'profile')}`, folder],
    env: { ...inherited, ...env },
  })
  await (await app.firstWindow()).locator('h1').waitFor()
  const shown = performance.now() - started
  await app.close()
  return shown
}

function ms(value: number): string {
  return `${Math.round(value)} ms`
}
