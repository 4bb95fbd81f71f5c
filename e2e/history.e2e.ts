import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { recordPage } from './pages/record.ts'
import { findViolations } from './support/accessibility.ts'
import { expect, test } from './support/fixtures.ts'
import { makeWorkspace, temoin } from './support/stories.ts'

test('an earlier version is read, compared, and brought back field by field', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  await libraryPage(page).row(/Sokod/).dblclick()
  const record = recordPage(page)
  await record.write('context', 'The river rises at night.')
  await record.openHistory()
  // The title is changed once the history has the other text: what is under way counts as later.
  await expect(record.acts('context').first()).toContainText('The river rises at night.')
  await record.title.fill('À Sokodé, les voisines veillent')
  await expect(record.acts('title').first()).toContainText('veillent')

  // How things stood before the title was changed.
  await record.acts('context').first().getByRole('button').click()
  await expect(record.version).toContainText('donnent l’alerte avant la crue')
  await expect(record.version).toContainText('The river rises at night.')
  await record.version.getByRole('button', { name: 'Compare with today' }).click()
  await expect(record.version.locator('ins').first()).toBeVisible()
  expect(await findViolations(page)).toEqual([])

  await record.version.getByRole('button', { name: 'Bring this back: Title (French)' }).click()
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

test('who has what is told after merging a copy, and two names of one person are joined', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const copy = join(folder, 'crues (Luis).temoin')
  copyFileSync(workspace, copy)
  writeTitle(folder, copy, 'LIRE-1', 'A library in a box on the bus', 'Luis Q.')
  writeTitle(folder, copy, 'LIRE-1', 'A library in a box on the school bus', 'Luis Quispe')
  temoin('merge', workspace, copy)
  const { page } = await open({ workspace })
  await libraryPage(page).row(/Sokod/).dblclick()
  await recordPage(page).title.fill('À Sokodé, les voisines veillent')
  await appPage(page).goTo('Merge')
  await page.getByRole('tab', { name: 'People' }).click()

  const person = (name: string) => page.locator(`.person[data-person="${name}"]`)
  await expect(person('Luis Quispe')).toContainText('A library in a box on the school bus')
  await expect(person('Luis Quispe')).toContainText('1 change in 1 record')
  await person('Luis Quispe').getByRole('button', { name: 'Show them' }).click()
  await expect(person('Luis Quispe')).toContainText('In Sokodé, neighbours raise the alarm')
  await expect(person('Awa Diallo')).toContainText('(you)')
  expect(await findViolations(page)).toEqual([])

  await page.getByRole('button', { name: 'One person: Luis Quispe' }).click()
  await expect(person('Luis Q.')).toHaveCount(0)
  await expect(person('Luis Quispe')).toContainText('also Luis Q.')
  await person('Luis Quispe').getByRole('button', { name: 'A library in a box on the school bus' }).click()
  await recordPage(page).openHistory()
  await expect(recordPage(page).acts('title').nth(1)).toContainText('Luis Quispe (wrote as Luis Q.)')
})

test('the first start asks who is there, takes "later" for an answer, and the bar keeps asking quietly', async ({
  open,
  folder,
}) => {
  const { page } = await open({ preferences: { author: '' } })
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toHaveCount(0)
  await page.close()

  const second = await open({ workspace: makeWorkspace(folder), preferences: { author: '', nameAsked: true } })
  await second.page.getByRole('button', { name: 'No name yet. Give yours' }).click()
  await second.page.getByRole('textbox', { name: 'Your name' }).fill('Zoé Kouamé')
  await second.page.getByRole('button', { name: 'This is me' }).click()
  await expect(second.page.getByRole('button', { name: 'You write as Zoé Kouamé' })).toBeVisible()
})

function writeTitle(folder: string, workspace: string, id: string, value: string, author: string): void {
  const operations = join(folder, `${author}.jsonl`)
  writeFileSync(operations, `${JSON.stringify({ op: 'set', id, field: 'title', lang: 'en', value })}\n`)
  temoin('apply', workspace, operations, '--as', author)
}
