import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstLight } from '../e2e/journeys/first-light.ts'
import { launchApp } from '../e2e/support/launch-app.ts'
import { outFolder } from './setup/paths.mjs'
import { say } from './setup/say.mjs'
import { withDisplay } from './setup/virtual-display.mjs'

const folder = join(outFolder, 'first-run')

/**
 * Takes the app through the first journey on a copy of the sample workspace, with a picture after each step.
 * @param {{ electron: import('./setup/electron.mjs').Electron, sample: string }} prepared
 */
export async function takeFirstJourney({ electron, sample }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const workspace = join(folder, 'sample.temoin')
  copyFileSync(sample, workspace)
  process.env.TEMOIN_ELECTRON = electron.path
  const profile = mkdtempSync(join(tmpdir(), 'temoin-first-run-'))
  try {
    const failed = await withDisplay((display) => journey({ workspace, profile, env: display }))
    tellFiles()
    return failed ? 1 : 0
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

/**
 * @param {import('../e2e/support/launch-app.ts').Launch} launch
 */
async function journey(launch) {
  const running = await launchApp(launch)
  try {
    for (const [index, step] of firstLight.entries()) {
      const label = `${String(index + 1).padStart(2, '0')} ${step.name}`
      const started = Date.now()
      const problem = await attempt(() => step.run({ ...running, outFolder: folder }))
      await picture(running.page, label)
      say(`${problem ? 'FAILED' : 'ok    '} ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
      if (problem) {
        say(problem)
        return true
      }
    }
    return false
  } finally {
    await running.app.close()
  }
}

/**
 * @param {() => Promise<void>} action
 * @returns {Promise<string | undefined>} why it failed
 */
async function attempt(action) {
  try {
    await action()
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} label
 */
async function picture(page, label) {
  await page.screenshot({ path: join(folder, `${label.replaceAll(' ', '-')}.png`) })
}

function tellFiles() {
  say(`\nFiles and pictures are in ${folder}:`)
  for (const name of readdirSync(folder).sort()) {
    say(`  ${name.padEnd(48)} ${Math.ceil(statSync(join(folder, name)).size / 1000)} kB`)
  }
}
