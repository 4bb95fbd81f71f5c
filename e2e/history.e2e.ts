import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { recordPage } from './pages/record.ts'
import { findViolations } from './support/accessibility.ts'
import { expect, test } from './support/fixtures.ts'
import { makeWorkspace } from './support/stories.ts'

test('an earlier version is read, compared, and brought back field by field', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  await libraryPage(page).row(/Sokod/).dblclick()
  const record = recordPage(page)
  await record.write('context', 'The river rises at night.')
  await record.title.fill('À Sokodé, les voisines veillent')
  await record.openHistory()
  await expect(record.acts('title').first()).toContainText('veillent')
  await expect(record.acts('context').first()).toContainText('The river rises at night.')

  // How things stood before the title was changed.
  await record.acts('context').first().getByRole('button').click()
  await expect(record.version).toContainText('donnent l’alerte avant la crue')
  await expect(record.version).toContainText('The river rises at night.')
  await record.version.getByRole('button', { name: 'Compare with today' }).click()
  await expect(record.version.locator('ins').first()).toBeVisible()
  expect(await findViolations(page)).toEqual([])

  await record.version.getByRole('button', { name: 'Bring back: Title (French)' }).click()
  await expect(record.version).toContainText('Nothing has changed since')
  await page.keyboard.press('Escape')
  await expect(record.title).toHaveValue('À Sokodé, des voisines donnent l’alerte avant la crue')

  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect(record.title).toHaveValue('À Sokodé, les voisines veillent')
})

test('a whole version comes back with its text and tags, and goes again with one undo', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  await libraryPage(page).row(/Sokod/).dblclick()
  const record = recordPage(page)
  await record.section('results').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(record.section('results')).toHaveText('')
  await record.tagSdg('5.2')
  await record.openHistory()
  await expect(record.acts('sdgs').first()).toContainText('5.2')
  await record.acts('results').last().getByRole('button').click()
  await record.version.getByRole('button', { name: 'Bring all of it back' }).click()
  await expect(record.section('results')).toContainText('personne n’a été surpris')
  await page.getByRole('tab', { name: 'Facts' }).click()
  await expect(record.fact('sdgs')).not.toContainText('5.2')
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect(record.section('results')).toHaveText('')
  await expect(record.fact('sdgs')).toContainText('5.2')
  await expect(appPage(page).saveState).toContainText('Saved on this computer')
})
