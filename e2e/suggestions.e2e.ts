import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { appPage } from './pages/app.ts'
import { libraryPage } from './pages/library.ts'
import { recordPage } from './pages/record.ts'
import { findViolations } from './support/accessibility.ts'
import { test } from './support/fixtures.ts'
import { answerOpenDialog } from './support/native-dialogs.ts'
import { makeWorkspace } from './support/stories.ts'

const WELL = 'Douze volontaires réparent la pompe, et chaque ménage paie un peu pour l’eau potable et les latrines.'

test('goals are suggested while one writes, with the words that say so, and one key decides', async ({
  open,
  folder,
}) => {
  const { page } = await open({ workspace: makeWorkspace(folder, []), preferences: { lang: 'fr' } })
  const record = recordPage(page)
  const { keyboard } = page
  const suggested = record.fact('sdgs').locator('.suggested-take')
  await expect(appPage(page).search).toBeFocused()
  await keyboard.press('Control+n')
  await expect(appPage(page).dialog).toBeVisible()
  await keyboard.press('Enter')
  await expect(record.title).toBeFocused()
  await keyboard.type('La pompe de Podor')
  await record.write('context', WELL)
  const water = suggested.filter({ hasText: 'Eau' }).first()
  await expect(water).toBeVisible()
  expect(await findViolations(page)).toEqual([])

  await keyboard.press('F6')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(suggested.first()).toBeFocused()
  await expect(record.fact('sdgs').locator('.suggested-why')).toContainText('eau potable')
  await expect.poll(() => litWords(page)).toContain('eau potable')
  const before = await suggested.count()
  await keyboard.press('1')
  await expect(record.fact('sdgs').locator('.picked-row')).toHaveCount(1)
  await expect(suggested).toHaveCount(before - 1)
  await expect(suggested.first()).toBeFocused()
  await keyboard.press('Delete')
  await expect(suggested).toHaveCount(before - 2)
  await record.openHistory()
  await expect(record.acts('sdgs').first()).toContainText('sur suggestion')
  await expect(record.acts('sdgs').first()).toContainText('A/RES/70/1')
  await expect(record.acts('sdgsRejected')).toHaveCount(1)
})

const IMPORTED = [
  'Douze volontaires réparent la pompe : l’eau potable revient au village.',
  'La tuberculose est soignée plus tôt : les malades viennent au dispensaire.',
  'Une éolienne et des panneaux solaires donnent de l’électricité à l’école.',
  'Les pêcheurs de la côte protègent le récif et les tortues de l’océan.',
  'Le tribunal juge enfin la corruption ; la justice est ouverte à tous.',
] as const

test('the suggestions of fifty imported records are gone through by keyboard alone', async ({ open, folder }) => {
  test.slow()
  const source = join(folder, 'cinquante.jsonl')
  const lines = Array.from({ length: 50 }, (_, at) =>
    JSON.stringify({ id: `R-${at}`, lang: 'fr', title: `Fiche ${at}`, summary: IMPORTED[at % IMPORTED.length] }),
  )
  writeFileSync(source, lines.join('\n'))
  const { app, page } = await open({ workspace: makeWorkspace(folder, []) })
  const { keyboard } = page
  await expect(appPage(page).search).toBeFocused()
  await answerOpenDialog(app, [source])
  await give(page, 'Import records')
  await expect(appPage(page).notice(/50 records, \d+ suggestions/)).toBeVisible()
  await give(page, 'Go through suggestions')

  const count = page.locator('.review-count')
  const card = page.locator('.review-card')
  const finished = page.getByText('You have gone through all of them')
  await expect(card).toBeVisible()
  expect(await findViolations(page)).toEqual([])
  await expect.poll(() => litWords(page)).not.toEqual([])
  const first = await card.locator('.review-name').textContent()

  // The first is rejected, taken back, left for later, taken back, and then accepted with all the others.
  for (const key of ['0', 's']) {
    await keyboard.press(key)
    await expect(card.locator('.review-name')).not.toHaveText(first ?? '')
    await keyboard.press('u')
    await expect(card.locator('.review-name')).toHaveText(first ?? '')
  }
  for (let decided = 0; !(await finished.isVisible()); decided += 1) {
    await expect(count).toContainText(`${decided} of `)
    await expect(card.or(finished)).toBeVisible()
    await keyboard.press('2')
    await expect(count).toContainText(`${decided + 1} of `)
    await expect(card.or(finished)).toBeVisible()
  }
  await keyboard.press('Control+1')
  await expect(page.locator('.list-count')).toContainText('50 records')
  await expect(libraryPage(page).rows.first().locator('.sdg-mark').first()).toBeVisible()
})

/** Gives a command by its name. */
async function give(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

/** The words that are lit up in the text. */
function litWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('suggested') ?? [])].map((range) =>
      range instanceof Range ? (range.cloneContents().textContent ?? '') : '',
    ),
  )
}
