import { libraryPage } from './pages/library.ts'
import { findViolations } from './support/accessibility.ts'
import { expect, test } from './support/fixtures.ts'
import { makeWorkspace, STORIES } from './support/stories.ts'

test('beside a record stand lessons that may matter, with why, and what may be the same; one click leads there', async ({
  open,
  folder,
}) => {
  const lesson = {
    id: 'ALERTE-1',
    kind: 'lesson',
    lang: 'es',
    title: 'Los vecinos dan la alerta antes de la crecida si alguien paga el teléfono',
    countries: ['TGO'],
    themes: ['disaster-risk-reduction'],
  }
  const twin = { ...STORIES[0], id: 'CRUE-9', translations: {} }
  const { page } = await open({ workspace: makeWorkspace(folder, [...STORIES, lesson, twin]) })
  await libraryPage(page)
    .row(/In Sokodé/)
    .click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const side = page.getByRole('complementary', { name: 'Beside the text' })
  const near = side.getByRole('region', { name: /that may matter here/ })
  await expect(near).toContainText('Disaster risk reduction')
  await expect(side.getByRole('region', { name: 'Perhaps written down already' })).toContainText('the same title')
  expect(await findViolations(page)).toEqual([])
  await near.getByRole('button', { name: /Los vecinos/ }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/^Los vecinos dan la alerta/)
})
