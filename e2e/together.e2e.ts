import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { type RecordPage, recordPage } from './pages/record.ts'
import { findViolations } from './support/accessibility.ts'
import { fromColleague } from './support/colleague.ts'
import { expect, test } from './support/fixtures.ts'
import { makeWorkspace, temoin } from './support/stories.ts'

const CONFLICT = 'crues.sync-conflict-20261121-223359-DHPLAKK.temoin'

async function openSokode(page: Page): Promise<RecordPage> {
  await libraryPage(page).row(/Sokod/).dblclick()
  return recordPage(page)
}

function paragraph(text: string) {
  return { op: 'insert-text', id: 'CRUE-1', field: 'context', lang: 'fr', at: 0, text }
}

test('a colleague’s paragraph arrives while one types, and the caret stays where it is', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  fromColleague(workspace, workspace, [paragraph('La rivière monte chaque année.')], 'Awa Diallo')
  const { page } = await open({ workspace })
  const record = await openSokode(page)
  const app = appPage(page)
  await expect(record.section('context')).toHaveText('La rivière monte chaque année.')
  await record.section('context').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Personne ne ')
  await expect(app.saveState).toContainText('Saved on this computer')
  fromColleague(workspace, workspace, [paragraph('Luis a relevé le niveau. ')])
  await expect(record.section('context')).toContainText('Luis a relevé le niveau.')
  await page.keyboard.type('dort.')
  const both = 'Luis a relevé le niveau. La rivière monte chaque année. Personne ne dort.'
  await expect(record.section('context')).toHaveText(both)
  await expect(page.getByRole('button', { name: /Changes by Luis arrived/ })).toBeVisible()

  // Undo takes back one's own words alone.
  await expect(async () => {
    await page.keyboard.press('Control+z')
    await expect(record.section('context')).toHaveText('Luis a relevé le niveau. La rivière monte chaque année.', {
      timeout: 500,
    })
  }).toPass()
  await page.keyboard.press('Control+z')
  await expect(record.section('context')).toHaveText('Luis a relevé le niveau. La rivière monte chaque année.')
  await expect(app.saveState).toContainText('Saved on this computer')
})

test('a title that arrives while one types in the title swallows no key', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const before = join(folder, 'before.txt')
  copyFileSync(workspace, before)
  const { page } = await open({ workspace })
  const record = await openSokode(page)
  await record.title.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', deux fois')
  await expect(appPage(page).saveState).toContainText('Saved on this computer')
  const typed = await record.title.inputValue()
  const value = 'À Sokodé, l’alerte vient des voisines'
  fromColleague(before, workspace, [{ op: 'set', id: 'CRUE-1', field: 'title', lang: 'fr', value }])
  await expect(page.locator('.contested')).toBeVisible()
  await page.keyboard.type(' par saison')
  await expect(record.title).toHaveValue(`${typed} par saison`)
  await record.summary.click()
  await expect(page.locator('.contested')).toContainText('l’alerte vient des voisines')
  await expect(page.locator('.contested')).toContainText('deux fois par saison')
})

test('copies beside the workspace are found, looked at, merged and moved to the backups', async ({
  open,
  folder,
  profile,
}) => {
  const workspace = makeWorkspace(folder)
  const copy = join(folder, CONFLICT)
  fromColleague(workspace, copy, [paragraph('Luis a relevé le niveau.')])
  const drive = join(folder, 'crues (1).temoin')
  fromColleague(workspace, drive, [{ op: 'create', kind: 'lesson', lang: 'fr' }], 'Inès')
  const bytes = readFileSync(copy)
  const { page } = await open({ workspace })
  const banner = page.getByRole('region', { name: /2 copies of this workspace lie beside it/ })
  await expect(banner).toContainText('With changes by Inès and Luis.')
  expect(await findViolations(page)).toEqual([])
  await banner.getByRole('button', { name: 'Look' }).click()
  await expect(page.getByText(CONFLICT)).toBeVisible()
  await expect(banner).toBeHidden()
  expect(readdirSync(folder)).toContain(CONFLICT)
  await page.getByRole('button', { name: 'Merge', exact: true }).last().click()
  await expect(page.getByRole('button', { name: 'now among the backups' })).toHaveCount(2)
  const left = readdirSync(folder).filter((name) => name.endsWith('.temoin'))
  expect(left).toEqual(['crues.temoin'])
  const kept = readdirSync(join(profile, 'backups'), { recursive: true, encoding: 'utf8' })
  const put = kept.find((name) => name.endsWith(CONFLICT)) ?? ''
  expect(readFileSync(join(profile, 'backups', put)).equals(bytes)).toBe(true)
  await appPage(page).goTo('Library')
  const record = await openSokode(page)
  await expect(record.section('context')).toHaveText('Luis a relevé le niveau.')
})

test('a conflict copy that is opened leads to the workspace beside it', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const copy = join(folder, CONFLICT)
  fromColleague(workspace, copy, [paragraph('Luis a relevé le niveau.')])
  const { page } = await open({ workspace: copy })
  const notice = appPage(page).notice(/was opened instead/)
  await expect(notice).toContainText('crues.temoin')
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Look' }).first().click()
  await expect(page.getByText(CONFLICT)).toBeVisible()
  await page.getByRole('button', { name: 'Merge', exact: true }).last().click()
  await expect(page.getByRole('button', { name: 'now among the backups' })).toHaveCount(1)
})

test('a file that was taken away is told, and written again', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const { page } = await open({ workspace, preferences: { lang: 'fr' } })
  const banner = page.getByRole('region', { name: /crues\.temoin n’est plus à sa place/ })
  await expect(libraryPage(page).rows).toHaveCount(3)
  rmSync(workspace)
  await expect(banner).toBeVisible()
  await banner.getByRole('button', { name: 'L’écrire à nouveau' }).click()
  await expect(banner).toBeHidden()
  expect(temoin('check', workspace)).not.toBe('')
})
