import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { welcomePage } from './pages/welcome.ts'
import { findViolations } from './support/accessibility.ts'
import { expect, test } from './support/fixtures.ts'
import { answerOpenDialog, answerSaveDialog } from './support/native-dialogs.ts'
import { makeWorkspace, STORIES, temoin } from './support/stories.ts'

test('a newcomer makes a workspace, and the empty library says what to do', async ({ open, folder }) => {
  const { app, page } = await open()
  const path = `${folder}/Crues 2026.temoin`
  await expect(welcomePage(page).heading).toBeVisible()
  await answerSaveDialog(app, path)
  await welcomePage(page).create('Crues 2026')
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Write the first record' })).toBeVisible()
  await expect(appPage(page).saveState).toContainText('Saved on this computer')
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toBe('Crues 2026 — Temoin')
})

test('a workspace named on the command line is open at once, with the cursor in the search', async ({
  open,
  folder,
}) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const library = libraryPage(page)
  await expect(library.rows).toHaveCount(STORIES.length)
  await expect(appPage(page).search).toBeFocused()
})

test('one finds a record by a word in another language and without its accents, and sees why', async ({
  open,
  folder,
}) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const library = libraryPage(page)
  await appPage(page).search.fill('sokode crue')
  await expect(library.rows).toHaveCount(1)
  await expect(library.rows.locator('mark').first()).toBeVisible()
  await expect(library.reading.getByRole('heading', { level: 2 })).toHaveText(
    'In Sokodé, neighbours raise the alarm before the flood',
  )
  await page.keyboard.press('Escape')
  await expect(library.rows).toHaveCount(STORIES.length)
})

test('one finds a Spanish lesson from a French question, sees by which words, and can do without them', async ({
  open,
  folder,
}) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const library = libraryPage(page)
  await appPage(page).search.fill('inondation')
  await expect(library.row(/Sin relevo/)).toBeVisible()
  await expect(page.locator('.list-also')).toContainText('inundación')
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Only my words' }).click()
  await expect(library.rows).toHaveCount(0)
  await page.getByRole('button', { name: 'Also in other words' }).click()
  await expect(library.row(/Sin relevo/)).toBeVisible()
})

test('facets narrow the list, count what is left, and let go again', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const library = libraryPage(page)
  await expect(library.rows).toHaveCount(3)
  await library.facet('Countries').getByRole('checkbox', { name: /Peru/ }).check()
  await expect(library.rows).toHaveCount(1)
  await library.facet('Countries').getByRole('checkbox', { name: /Kenya/ }).check()
  await expect(library.rows).toHaveCount(2)
  await library
    .facet('Kind')
    .getByRole('checkbox', { name: /Lessons learned/ })
    .check()
  await expect(library.rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Clear 3 filters' }).click()
  await expect(library.rows).toHaveCount(3)
})

test('the keyboard alone walks, selects, deletes and takes it back', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const library = libraryPage(page)
  await expect(library.rows).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await expect(library.list).toBeFocused()
  await expect(library.selected).toHaveCount(1)
  await page.keyboard.press('Shift+ArrowDown')
  await expect(library.selected).toHaveCount(2)
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.keyboard.press('Control+a')
  await expect(library.selected).toHaveCount(3)
  await page.keyboard.press('Home')
  await expect(library.selected).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(library.rows).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(library.rows).toHaveCount(3)
})

test('the interface changes language at once, and what was written does not', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const library = libraryPage(page)
  await expect(library.rows).toHaveCount(3)
  await appPage(page).choose('Français')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('button', { name: 'Bibliothèque' })).toBeVisible()
  await expect(library.row(/À Sokodé, des voisines/)).toBeVisible()
  await expect(library.row(/Sin relevo/)).toBeVisible()
  await page.getByRole('radio', { name: 'Español' }).click()
  await expect(page.getByRole('button', { name: 'Biblioteca', exact: true })).toBeVisible()
})

test('everything is where it was after a restart', async ({ open, folder }) => {
  const first = await open({ workspace: makeWorkspace(folder) })
  await expect(libraryPage(first.page).rows).toHaveCount(3)
  await appPage(first.page).choose('Español')
  await first.page.getByRole('button', { name: /Ocultar los filtros/ }).click()
  await first.app.close()
  const { page } = await open()
  await expect(libraryPage(page).rows).toHaveCount(3)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('button', { name: 'Mostrar los filtros' })).toBeVisible()
})

test('Ctrl+K does anything by name, accents or none', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder), preferences: { lang: 'fr' } })
  await expect(libraryPage(page).rows).toHaveCount(3)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('preferen')
  await expect(page.getByRole('option', { name: 'Préférences' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Préférences' })).toBeVisible()
})

test('copies come together: looked at first, merged, and merging again brings nothing', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const { app, page } = await open({ workspace })
  await expect(libraryPage(page).rows).toHaveCount(3)
  const copy = `${folder}/copie de Luis.temoin`
  await answerSaveDialog(app, copy)
  await page.keyboard.press('Control+Shift+S')
  await expect(appPage(page).notice(/was written/)).toBeVisible()
  const source = `${folder}/more.jsonl`
  writeFileSync(
    source,
    JSON.stringify({ id: 'LUIS-1', lang: 'es', title: 'Dos barrios se prestan sus bombas de agua' }),
  )
  temoin('import', copy, source, '--as', 'Luis Quispe')
  await answerOpenDialog(app, [copy])
  await appPage(page).goTo('Merge')
  await page.getByRole('button', { name: 'Choose copies…' }).click()
  await expect(page.getByRole('heading', { name: 'What would come in' })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible()
  await page.getByRole('button', { name: 'Choose other copies…' }).click()
  await expect(page.getByText('These copies hold nothing that is not here already.')).toBeVisible()
  await appPage(page).goTo('Library')
  await expect(libraryPage(page).rows).toHaveCount(4)
})

test('a file that is no workspace is refused in words, and nothing else happens', async ({ open, folder }) => {
  const { app, page } = await open()
  const file = `${folder}/facture.temoin`
  writeFileSync(file, 'Ceci est une facture.')
  await answerOpenDialog(app, [file])
  await welcomePage(page).open()
  await expect(appPage(page).notice(/is not a Temoin workspace|is damaged/)).toBeVisible()
  await expect(welcomePage(page).heading).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`every screen of the frame can be used by everybody (${theme})`, async ({ open, folder }) => {
    test.slow()
    const { page } = await open({ workspace: makeWorkspace(folder), preferences: { theme } })
    await expect(libraryPage(page).rows).toHaveCount(3)
    await expect(libraryPage(page).reading.getByRole('heading', { level: 2 })).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+a')
    expect(await findViolations(page)).toEqual([])
    for (const keys of ['Control+k', 'Control+n', 'Control+/', 'Control+,']) {
      await page.keyboard.press(keys)
      await expect(appPage(page).dialog).toBeVisible()
      expect(await findViolations(page), keys).toEqual([])
      await page.keyboard.press('Escape')
      await expect(appPage(page).dialog).toBeHidden()
    }
    await page.keyboard.press('Control+4')
    await expect(page.getByText('Bring copies together')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })
}

test('Esc from a record goes back to its line in the list', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const library = libraryPage(page)
  await expect(library.rows).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const title = await library.selected.locator('.row-title').textContent()
  await page.keyboard.press('Enter')
  await expect(page.locator('main.record-place')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(library.list).toBeFocused()
  await expect(library.selected.locator('.row-title')).toHaveText(title ?? '')
})

test('a search is saved, travels in the file, and finds what is there after the app was closed', async ({
  open,
  folder,
}) => {
  const workspace = makeWorkspace(folder)
  const first = await open({ workspace })
  const library = libraryPage(first.page)
  await expect(library.rows).toHaveCount(3)
  await appPage(first.page).search.fill('kind:lesson lang:es')
  await expect(library.rows).toHaveCount(1)
  await first.page.getByRole('button', { name: 'Save this search…' }).click()
  const dialog = appPage(first.page).dialog
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Lecciones del Perú')
  expect(await findViolations(first.page)).toEqual([])
  await first.page.keyboard.press('Enter')
  const kept = first.page
    .getByRole('list', { name: 'Saved searches' })
    .getByRole('button', { name: /^Lecciones del Perú/ })
  await expect(kept).toContainText('1')
  await expect(appPage(first.page).saveState).toContainText('Saved on this computer')
  await first.app.close()

  const more = join(folder, 'more.jsonl')
  writeFileSync(more, `${JSON.stringify({ ...STORIES[1], id: 'CRUE-9', title: 'Otro relevo, otra semana' })}\n`)
  temoin('import', workspace, more)
  const second = await open({ workspace })
  const again = second.page
    .getByRole('list', { name: 'Saved searches' })
    .getByRole('button', { name: /^Lecciones del Perú/ })
  await expect(again).toContainText('2')
  await again.focus()
  await second.page.keyboard.press('Enter')
  await expect(libraryPage(second.page).rows).toHaveCount(2)
  await expect(appPage(second.page).search).toHaveValue('kind:lesson lang:es')
})
