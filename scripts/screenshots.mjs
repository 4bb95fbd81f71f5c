// Takes the pictures of the README from the real app on the sample workspace, into docs/images.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { briefPage } from '../e2e/pages/brief.ts'
import { libraryPage } from '../e2e/pages/library.ts'
import { recordPage } from '../e2e/pages/record.ts'
import { launchApp } from '../e2e/support/launch-app.ts'
import { leavePreferences } from '../e2e/support/profile.ts'
import { root } from './setup/paths.mjs'
import { sampleFile } from './setup/sample.mjs'
import { say } from './setup/say.mjs'
import { withDisplay } from './setup/virtual-display.mjs'

const images = join(root, 'docs', 'images')
mkdirSync(images, { recursive: true })
await withDisplay(async (env) => {
  await picture(env, 'library-en', { lang: 'en', theme: 'light' }, async (page) => {
    await page.getByRole('searchbox').fill('flood')
    await libraryPage(page).rows.first().locator('mark').first().waitFor()
  })
  await picture(env, 'record-fr', { lang: 'fr', theme: 'light' }, async (page) => {
    await page.getByRole('searchbox').fill('cinq ans de volontariat en ligne')
    await libraryPage(page)
      .row(/Cinq ans de volontariat en ligne/)
      .dblclick()
    await recordPage(page).title.waitFor()
  })
  await picture(env, 'brief-es', { lang: 'es', theme: 'dark' }, async (page) => {
    await openBrief(page)
    await page.locator('.version', { hasText: 'ES' }).click()
  })
  await picture(env, 'brief-page-fr', { lang: 'fr', theme: 'light' }, async (page) => {
    await openBrief(page)
    const preview = await briefPage(page).preview()
    await preview.contentFrame().locator('h1').waitFor()
  })
})

/**
 * @param {import('@playwright/test').Page} page
 */
async function openBrief(page) {
  await page.keyboard.press('Control+2')
  await page.locator('.brief-line').first().click()
  await briefPage(page).title.waitFor()
}

/**
 * Each picture is of an app started afresh, so that none shows what an earlier one left behind.
 * @param {Record<string, string>} env
 * @param {string} name
 * @param {{ lang: 'en' | 'fr' | 'es', theme: 'light' | 'dark' }} preferences
 * @param {(page: import('@playwright/test').Page) => Promise<void>} prepare
 */
async function picture(env, name, preferences, prepare) {
  const scratch = mkdtempSync(join(tmpdir(), 'temoin-pictures-'))
  try {
    const workspace = join(scratch, 'sample.temoin')
    const profile = join(scratch, 'profile')
    copyFileSync(sampleFile, workspace)
    leavePreferences(profile, { author: 'Awa Diallo', ...preferences })
    const { app, page } = await launchApp({ profile, workspace, env })
    await libraryPage(page).rows.first().waitFor()
    await prepare(page)
    // Fonts, fading and the checks of a brief have come to rest.
    await page.waitForTimeout(2_000)
    await page.screenshot({ path: join(images, `${name}.png`) })
    await app.close()
    say(`docs/images/${name}.png`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
