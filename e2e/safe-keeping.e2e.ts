import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { type RecordPage, recordPage } from './pages/record.ts'
import { test } from './support/fixtures.ts'
import { makeWorkspace, temoin } from './support/stories.ts'

const TYPED = 'La crue est arrivée à quatre heures; personne ne dormait.'

/** Opens the Sokodé record and types into its first section. */
async function typeInto(page: Page): Promise<RecordPage> {
  await libraryPage(page).row(/Sokod/).dblclick()
  const record = recordPage(page)
  await record.section('context').click()
  await page.keyboard.type(TYPED)
  return record
}

async function expectTyped(page: Page): Promise<void> {
  // The app comes back to the place where one was.
  const record = recordPage(page)
  // The words stand once: what a journal brings back is not written beside what the file has.
  await expect(record.section('context')).toHaveText(TYPED)
}

async function kill(app: ElectronApplication): Promise<void> {
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  app.process().kill('SIGKILL')
  await ended
}

test('what was typed two seconds before the app was killed is there again', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const first = await open({ workspace, preferences: { lang: 'fr' } })
  await typeInto(first.page)
  await first.page.waitForTimeout(2_000)
  await kill(first.app)
  const second = await open({ workspace })
  await expectTyped(second.page)
})

test('closing the window at once loses nothing', async ({ open, folder }) => {
  const workspace = makeWorkspace(folder)
  const first = await open({ workspace })
  await typeInto(first.page)
  await first.app.close()
  const second = await open({ workspace })
  await expectTyped(second.page)
  const found = JSON.parse(temoin('search', workspace, 'personne ne dormait', '--json')) as {
    hits: { externalId: string }[]
  }
  expect(found.hits.map(({ externalId }) => externalId)).toEqual(['CRUE-1'])
})

test('the engine may stop by accident while one types', async ({ open, folder }) => {
  const { app, page } = await open({ workspace: makeWorkspace(folder) })
  const record = await typeInto(page)
  await page.waitForTimeout(1_000)
  const engine = await app.evaluate(
    ({ app: running }) => running.getAppMetrics().find(({ name }) => name?.includes('engine'))?.pid,
  )
  process.kill(engine ?? 0, 'SIGKILL')
  await page.keyboard.type(' On a sonné la cloche.')
  await expect(record.section('context')).toHaveText(`${TYPED} On a sonné la cloche.`)
  await expect(appPage(page).saveState).toContainText('Saved on this computer')
  await appPage(page).goTo('Library')
  await libraryPage(page).row(/Sokod/).dblclick()
  await expect(record.section('context')).toHaveText(`${TYPED} On a sonné la cloche.`)
})

test('undo takes back a tag and a title, and the editor takes back its own words', async ({ open, folder }) => {
  const { page } = await open({ workspace: makeWorkspace(folder) })
  const record = await typeInto(page)
  await page.keyboard.press('Control+z')
  await expect(record.section('context')).not.toContainText('dormait')
  await page.keyboard.press('Control+Shift+z')
  await expect(record.section('context')).toHaveText(TYPED)
  await record.tagSdg('5.2')
  await expect(record.fact('sdgs')).toContainText('5.2')
  await appPage(page).goTo('Library')
  await libraryPage(page).list.focus()
  await page.keyboard.press('Control+z')
  await libraryPage(page).row(/Sokod/).dblclick()
  await expect(record.fact('sdgs')).not.toContainText('5.2')
})
