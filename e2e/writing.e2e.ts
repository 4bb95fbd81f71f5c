import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Bridge } from '../src/ipc/bridge.ts'
import { appPage } from './pages/app.ts'
import { briefPage } from './pages/brief.ts'
import { libraryPage } from './pages/library.ts'
import { recordPage } from './pages/record.ts'
import { findViolations } from './support/accessibility.ts'
import { test } from './support/fixtures.ts'
import { answerOpenDialog } from './support/native-dialogs.ts'
import { makeWorkspace, temoin } from './support/stories.ts'

test('a lesson is written, tagged and left without touching the mouse', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder), preferences: { lang: 'fr' } })
  const record = recordPage(page)
  const { keyboard } = page
  await expect(libraryPage(page).rows.first()).toBeVisible()
  await keyboard.press('Control+n')
  await expect(appPage(page).dialog).toBeVisible()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(record.title).toBeFocused()
  await keyboard.type('Écouter avant de creuser')
  await keyboard.press('Enter')
  await expect(record.summary).toBeFocused()
  await keyboard.type('Trois puits à sec, un quatrième choisi avec celles qui portent l’eau.')
  await keyboard.press('Tab')
  await expect(record.section('situation')).toBeFocused()
  await keyboard.type('À Podor, douze volontaires creusent.')
  await keyboard.press('Control+Enter')
  await expect(record.section('event')).toBeFocused()
  await keyboard.press('Alt+ArrowDown')
  await keyboard.press('Alt+ArrowUp')
  await keyboard.type('Le premier puits est à sec en mars.')
  await keyboard.press('F6')
  await keyboard.press('Tab')
  await keyboard.type('6.1')
  await keyboard.press('Enter')
  await expect(record.fact('sdgs')).toContainText('6.1')
  await keyboard.press('Escape')
  await keyboard.press('Control+.')
  await expect(record.section('event')).toBeFocused()
  await keyboard.press('Escape')
  await expect(libraryPage(page).row(/Écouter avant de creuser/)).toBeVisible()
})

test('what two colleagues wrote apart stands side by side until one is kept', async ({ open, folder }) => {
  const mine = makeWorkspace(folder)
  const theirs = join(folder, 'copie.temoin')
  copyFileSync(mine, theirs)
  writeTitle(folder, mine, 'Quarante voisines et une rivière', 'Luis Ortega')
  writeTitle(folder, theirs, 'La rivière appelle, le quartier répond', 'Mei Tan')
  const { app, page } = await open({ workspace: mine, preferences: { lang: 'fr' } })
  await libraryPage(page).row(/rivi/).dblclick()
  const record = recordPage(page)
  await expect(record.title).toHaveValue('Quarante voisines et une rivière')
  await answerOpenDialog(app, [theirs])
  await page.evaluate(async (path) => {
    const { temoin: bridge } = window as unknown as { temoin: Bridge }
    await bridge.call('shell.chooseOpen', { what: 'merge' })
    await bridge.call('workspace.merge', { paths: [path], dryRun: false })
  }, theirs)
  const contested = page.getByRole('region', { name: /Titre/ })
  await expect(contested).toContainText('Luis Ortega')
  await expect(contested).toContainText('Mei Tan')
  expect(await findViolations(page)).toEqual([])
  await record.title.press('End')
  await page.keyboard.type(' 2024')
  await expect(contested).toContainText('Quarante voisines et une rivière')
  await contested.getByRole('listitem').filter({ hasText: 'Quarante' }).getByRole('button').click()
  await expect(contested).toBeHidden()
  await expect(record.title).toHaveValue('Quarante voisines et une rivière')
})

test('a brief is argued from the evidence on its table, and says what is still weak', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder), preferences: { lang: 'fr' } })
  await expect(libraryPage(page).rows.first()).toBeVisible()
  await page.keyboard.press('Control+Shift+n')
  const brief = briefPage(page)
  await expect(brief.title).toBeFocused()
  await page.keyboard.type('Prévenir coûte moins que sauver')
  await brief.addEvidence('Sokodé')
  await brief.addEvidence('brigada')
  await expect(brief.checks.filter({ hasText: 'n’est citée nulle part' })).toHaveCount(2)
  await brief.section('messages').click()
  await page.keyboard.type('Les voisines préviennent avant la sirène ')
  await expect(brief.checks.filter({ hasText: 'Aucune preuve n’appuie' })).toHaveCount(1)
  await brief.evidence.filter({ hasText: 'Sokodé' }).getByRole('button').first().click()
  await expect(brief.section('messages').locator('.citation-chip')).toHaveText('1')
  await expect(brief.checks.filter({ hasText: 'Aucune preuve n’appuie' })).toHaveCount(0)
  await brief.section('messages').locator('.citation-chip').hover()
  await expect(page.getByRole('tooltip').filter({ hasText: 'Étude de cas' })).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('tab', { name: 'Recherches' }).click()
  const log = page.getByRole('list', { name: 'Recherches', exact: true })
  await expect(log.getByRole('heading', { name: 'Sokodé', exact: true })).toBeVisible()
  await expect(log).toContainText('Sin relevo, la brigada de inundaciones se agota en una semana')
  expect(await findViolations(page)).toEqual([])
})

/** Writes the French title of the flood record with the command line, as somebody would on another machine. */
function writeTitle(folder: string, workspace: string, value: string, author: string): void {
  const { records } = JSON.parse(temoin('list', workspace, '--json')) as {
    records: { id: string; externalId: string }[]
  }
  const id = records.find(({ externalId }) => externalId === 'CRUE-1')?.id
  const operations = join(folder, 'operations.jsonl')
  writeFileSync(operations, `${JSON.stringify({ op: 'set', id, field: 'title', lang: 'fr', value })}\n`)
  temoin('apply', workspace, operations, '--as', author)
}
