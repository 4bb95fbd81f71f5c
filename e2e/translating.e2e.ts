import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { libraryPage } from './pages/library.ts'
import { recordPage } from './pages/record.ts'
import { findViolations } from './support/accessibility.ts'
import { test } from './support/fixtures.ts'
import { temoin } from './support/stories.ts'

test('a translation says how far it has come, and what changed in its source since', async ({ open, folder }) => {
  const workspace = makeTranslated(folder)
  const { page } = await open({ workspace, preferences: { lang: 'fr' } })
  await libraryPage(page)
    .row(/Trois puits/)
    .dblclick()
  const record = recordPage(page)
  const bar = page.locator('.translation-bar output')
  await expect(record.title).toHaveValue('Trois puits à sec')
  await record.showVersion('es')
  await expect(record.title).toHaveValue('Tres pozos secos')
  await expect(bar).toContainText('0 sur 2')
  await page.getByRole('button', { name: 'Marquer 2 brouillons comme traduits' }).click()
  await expect(bar).toContainText('2 sur 2')
  await record.showVersion('fr')
  await record.title.fill('Quatre puits à sec')
  await record.showVersion('es')
  await expect(page.getByText('La source a changé depuis cette traduction.')).toBeVisible()
  await page.getByRole('button', { name: 'Voir ce qui a changé' }).click()
  await expect(page.locator('.translation-source ins')).toContainText('Quatre')
  await expect(page.locator('.translation-source del')).toContainText('Trois')
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'La traduction reste juste' }).click()
  await expect(page.getByText('La source a changé depuis cette traduction.')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('La source a changé depuis cette traduction.')).toBeVisible()
})

function makeTranslated(folder: string): string {
  const path = join(folder, 'Puits.temoin')
  const source = join(folder, 'puits.jsonl')
  const translations = { es: { title: 'Tres pozos secos', summary: 'El cuarto dio agua.' } }
  const line = { id: 'P-1', kind: 'lesson', lang: 'fr', title: 'Trois puits à sec', summary: 'Le quatrième a donné.' }
  writeFileSync(source, JSON.stringify({ ...line, translations }))
  temoin('init', path, '--name', 'Puits', '--lang', 'fr')
  temoin('import', path, source)
  return path
}
