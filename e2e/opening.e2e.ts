import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { libraryPage } from './pages/library.ts'
import { recordPage } from './pages/record.ts'
import { rescuePage } from './pages/rescue.ts'
import { findViolations } from './support/accessibility.ts'
import { test } from './support/fixtures.ts'
import { answerSaveDialog } from './support/native-dialogs.ts'
import { makeWorkspace } from './support/stories.ts'

/** A file is looked at, written and opened in several steps; on a slow computer each of them takes its time. */
const PATIENCE = { timeout: 60_000 }

/** What a bad stick does: a stretch of the file comes back as something else. */
function damage(path: string, from: number, to: number): Buffer {
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(7, from, to))
  return bytes
}

test('a damaged workspace is not opened; an earlier version of it is', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const first = await open({ workspace })
  // A change, so that the file as it was before is kept when the app is closed.
  await libraryPage(first.page).row(/Sokod/).dblclick()
  await recordPage(first.page).section('context').click()
  await first.page.keyboard.type('La crue est arrivée à quatre heures.')
  await first.app.close()
  const damaged = damage(workspace, 0, 4_000)

  const { app, page } = await open({ workspace })
  const rescue = rescuePage(page)
  await expect(rescue.heading).toHaveText('crues.temoin was not opened', PATIENCE)
  await expect(rescue.versions.first()).toContainText('records', PATIENCE)
  expect(await findViolations(page)).toEqual([])
  const to = join(folder, 'crues, earlier.temoin')
  await answerSaveDialog(app, to)
  await rescue.open(0).click()
  await expect(libraryPage(page).row(/Sokod/)).toBeVisible(PATIENCE)
  expect(readFileSync(workspace).equals(damaged)).toBe(true)
})

test('what can still be read of a damaged workspace is saved as a new one, in French too', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const { length } = readFileSync(workspace)
  damage(workspace, length - 30, length)
  const { app, page } = await open({ workspace, preferences: { lang: 'fr' } })
  const rescue = rescuePage(page)
  await expect(rescue.heading).toHaveText('crues.temoin n’a pas été ouvert', PATIENCE)
  await expect(page.getByText('Rien ne semble manquer.')).toBeVisible(PATIENCE)
  await answerSaveDialog(app, join(folder, 'crues, réparé.temoin'))
  await rescue.saveWhatIsLeft.click()
  await expect(libraryPage(page).row(/Sokod/)).toBeVisible(PATIENCE)
})

test('a file that has not arrived yet is not available, and opens once it is there', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const bytes = readFileSync(workspace)
  writeFileSync(workspace, '')
  const { page } = await open({ workspace })
  await expect(page.getByText('crues.temoin holds nothing at the moment.')).toBeVisible(PATIENCE)
  writeFileSync(workspace, bytes)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(libraryPage(page).row(/Sokod/)).toBeVisible(PATIENCE)
})
