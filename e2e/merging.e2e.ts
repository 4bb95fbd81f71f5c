import { copyFileSync, writeFileSync } from 'node:fs'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { mergingPage } from './pages/merging.ts'
import { recordPage } from './pages/record.ts'
import { findViolations } from './support/accessibility.ts'
import { test } from './support/fixtures.ts'
import { answerOpenDialog } from './support/native-dialogs.ts'
import { makeWorkspace, temoin } from './support/stories.ts'

const OURS = 'A library that rides the school bus'
const THEIRS = 'Forty books a week on the school bus'

/** Applies operations to a workspace in somebody's name; records are named by the ids they were imported with. */
function apply(folder: string, workspace: string, author: string, operations: readonly object[]): void {
  const file = `${folder}/operations.jsonl`
  writeFileSync(file, operations.map((operation) => JSON.stringify(operation)).join('\n'))
  temoin('apply', workspace, file, '--as', author)
}

/** A workspace, and Luis Quispe's copy of it in which he has worked while others worked in ours. */
function twoCopies(folder: string): { readonly workspace: string; readonly copy: string } {
  const workspace = makeWorkspace(folder)
  const copy = `${folder}/copie de Luis.temoin`
  copyFileSync(workspace, copy)
  apply(folder, workspace, 'Awa Diallo', [
    { op: 'set', id: 'CRUE-1', field: 'state', value: 'validated' },
    { op: 'set', id: 'LIRE-1', field: 'title', lang: 'en', value: OURS },
  ])
  apply(folder, copy, 'Luis Quispe', [
    {
      op: 'set',
      id: 'CRUE-1',
      field: 'title',
      lang: 'fr',
      value: 'À Sokodé, les voisines sonnent la cloche avant la crue',
    },
    { op: 'add', id: 'CRUE-1', field: 'sdgs', value: '3.9' },
    { op: 'remove', id: 'CRUE-1', field: 'countries', value: 'TGO' },
    { op: 'insert-text', id: 'CRUE-1', field: 'results', lang: 'fr', at: 0, text: 'La cloche sonne trois fois.\n' },
    { op: 'set', id: 'LIRE-1', field: 'title', lang: 'en', value: THEIRS },
    { op: 'create', kind: 'lesson', lang: 'es', set: { title: 'Dos barrios se prestan sus bombas de agua' } },
  ])
  return { workspace, copy }
}

async function lookAt(app: ElectronApplication, page: Page, copy: string): Promise<void> {
  await answerOpenDialog(app, [copy])
  await appPage(page).goTo('Merge')
  await page.getByRole('button', { name: 'Choose copies…' }).click()
  await expect(page.getByRole('heading', { name: 'What would come in' })).toBeVisible()
}

test('what would come in is shown field by field, merged, kept across a restart, and taken back', async ({
  open,
  folder,
}) => {
  const { workspace, copy } = twoCopies(folder)
  const first = await open({ workspace })
  await lookAt(first.app, first.page, copy)
  const merging = mergingPage(first.page)
  await expect(merging.arrivals.getByRole('option')).toHaveCount(3)
  await merging.arrival(/Sokodé/).click()
  await expect(merging.details.locator('ins').first()).toContainText('les')
  await expect(merging.details.locator('del').first()).toContainText('des')
  await expect(merging.details).toContainText('La cloche sonne trois fois.')
  await expect(merging.details.locator('ins', { hasText: '3.9' })).toBeVisible()
  await expect(merging.details.locator('del', { hasText: 'Togo' })).toBeVisible()
  await expect(merging.details).toContainText('Luis Quispe')
  await merging.merge.click()
  await expect(first.page.getByRole('heading', { name: 'Merged' })).toBeVisible()
  await expect(appPage(first.page).saveState).toContainText('Saved on this computer')
  await first.app.close()

  const { page } = await open({ workspace })
  await appPage(page).goTo('Merge')
  const again = mergingPage(page)
  await again.tab('Merges').click()
  await again.journal.getByRole('button', { name: /Luis Quispe/ }).click()
  await again.arrival(/Sokodé/).click()
  await expect(again.details.locator('ins').first()).toContainText('les')
  await page.getByRole('button', { name: 'Take this merge back' }).click()
  await expect(again.journal).toContainText('Taken back')
  await appPage(page).goTo('Library')
  await expect(libraryPage(page).rows).toHaveCount(3)
  await expect(libraryPage(page).row(OURS)).toBeVisible()
  // The undo of a merge can itself be undone.
  await libraryPage(page).list.focus()
  await page.keyboard.press('Control+z')
  await expect(libraryPage(page).rows).toHaveCount(4)
  await expect(libraryPage(page).row(THEIRS)).toBeVisible()
})

test('what a merge leaves open is settled with the keyboard alone', async ({ open, folder }) => {
  const { workspace, copy } = twoCopies(folder)
  temoin('merge', workspace, copy, '--as', 'Awa Diallo')
  const { page } = await open({ workspace })
  await expect(libraryPage(page).rows).toHaveCount(4)
  await page.keyboard.press('Control+4')
  const merging = mergingPage(page)
  await merging.tab('Copies').press('ArrowRight')
  await expect(merging.tab('To settle (1)')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(merging.card).toContainText(THEIRS)
  await expect(merging.card).toContainText(OURS)
  await page.keyboard.press('b')
  await expect(page.getByText('Nothing to settle')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(merging.card).toBeFocused()
  await page.keyboard.press('1')
  await expect(page.getByText('Nothing to settle')).toBeVisible()
  await expect(merging.tab('To settle')).toBeVisible()
})

test('text that lost its place is put back where it stood, and let go', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const place = { id: 'CRUE-2', field: 'lesson', lang: 'es' }
  const written = 'Planificar el relevo desde el primer día.'
  apply(folder, workspace, 'Awa Diallo', [
    { op: 'insert-text', ...place, at: written.length, text: '\nY preguntar a quienes ya estuvieron.' },
  ])
  const copy = `${folder}/copie de Luis.temoin`
  copyFileSync(workspace, copy)
  apply(folder, workspace, 'Awa Diallo', [
    { op: 'insert-text', ...place, at: written.length + 36, text: ' Sobre todo a las abuelas.' },
  ])
  apply(folder, copy, 'Luis Quispe', [{ op: 'delete-text', ...place, at: written.length, length: 36 }])
  const { app, page } = await open({ workspace })
  await lookAt(app, page, copy)
  const merging = mergingPage(page)
  await merging.merge.click()
  await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible()
  await merging.tab('To settle (1)').click()
  await expect(merging.card).toContainText('Sobre todo a las abuelas.')
  await expect(merging.card).toContainText('Awa Diallo')
  await merging.card.press('2')
  await expect(page.getByText('Nothing to settle')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(merging.card).toBeFocused()
  await page.keyboard.press('1')
  await expect(page.getByText('Nothing to settle')).toBeVisible()
  await appPage(page).goTo('Library')
  await libraryPage(page)
    .row(/Sin relevo/)
    .dblclick()
  await expect(recordPage(page).section('lesson')).toContainText('Sobre todo a las abuelas.')
})

for (const theme of ['light', 'dark'] as const) {
  test(`nothing stands in anybody’s way on any of the tabs, ${theme}`, async ({ open, folder }) => {
    const { workspace, copy } = twoCopies(folder)
    const { app, page } = await open({ workspace, preferences: { theme } })
    await lookAt(app, page, copy)
    const merging = mergingPage(page)
    await merging.arrival(/Sokodé/).click()
    await expect(merging.details.locator('ins').first()).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    await merging.merge.click()
    await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible()
    await merging.tab(/To settle/).click()
    await expect(merging.card).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    await merging.tab('Merges').click()
    await merging.journal.getByRole('button', { name: /Luis Quispe/ }).click()
    await expect(merging.details).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })
}
