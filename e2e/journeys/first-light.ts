import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as strict } from '@playwright/test'
import { appPage } from '../pages/app.ts'
import { briefPage } from '../pages/brief.ts'
import { libraryPage } from '../pages/library.ts'
import { recordPage } from '../pages/record.ts'
import type { RunningApp } from '../support/launch-app.ts'
import { answerSaveDialog } from '../support/native-dialogs.ts'

/** The journey is also taken at set-up, without the tests' own patience, on computers that have much else to do. */
const expect = strict.configure({ timeout: 30_000 })

/** What a journey works with: the app, and the folder its exports go to. */
export type JourneyContext = RunningApp & { readonly outFolder: string }

/** One thing a person does, in words, so that whoever runs the journey can say where it is. */
export type Step = { readonly name: string; readonly run: (context: JourneyContext) => Promise<void> }

const TITLE = 'The ferry crews who carry the vaccine box'
const SIGNS: Readonly<Record<string, string>> = { pdf: '%PDF', docx: 'PK', html: '<!DO', md: '#' }

/** From the sample workspace to an exported brief: what the first release promises, done by hand. */
export const firstLight: readonly Step[] = [
  {
    name: 'open the sample workspace',
    async run({ page }) {
      await expect(libraryPage(page).rows.first()).toBeVisible()
    },
  },
  {
    name: 'write a case study with formatted text',
    async run({ page }) {
      await appPage(page).begin('Case study')
      const record = recordPage(page)
      await record.title.fill(TITLE)
      await record.summary.fill(
        'Eleven ferry crews on the Gambia river take turns to carry vaccines to villages without a road.',
      )
      await record.write('context', 'The nearest cold store is two hours downstream.')
      await record.section('action').click()
      await page.keyboard.type('## A box that is never left alone')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Each crew ')
      await page.keyboard.press('Control+b')
      await page.keyboard.type('signs for the temperature')
      await page.keyboard.press('Control+b')
      await page.keyboard.type(' when it takes the box over.')
      await page.keyboard.press('Enter')
      await page.keyboard.type('- read at every landing')
      await page.keyboard.press('Enter')
      await page.keyboard.type('written down in chalk')
      await expect(record.section('action').locator('strong, b')).toHaveText('signs for the temperature')
      await record.write('results', 'No dose was thrown away in the 2024 season.')
    },
  },
  {
    name: 'tag it with an SDG target, a theme and a country',
    async run({ page }) {
      const record = recordPage(page)
      await record.tagSdg('3.8')
      await record.addTheme('Community health')
      await record.addCountry('Gambia')
      await record.setPeriod('2023', '2024')
      await expect(record.fact('sdgs')).toContainText('3.8')
      await expect(record.fact('countries')).toContainText('Gambia')
      await expect(appPage(page).saveState).toContainText('Saved on this computer')
    },
  },
  {
    name: 'find it again by words without their accents and with a typing error',
    async run({ page }) {
      await appPage(page).goTo('Library')
      await appPage(page).search.fill('vacine ferry')
      await expect(libraryPage(page).rows.first()).toContainText(TITLE)
      await expect(libraryPage(page).rows.first().locator('mark').first()).toBeVisible()
    },
  },
  {
    name: 'begin a brief with it as evidence',
    async run({ page }) {
      await libraryPage(page).rows.first().click()
      await page.getByRole('button', { name: 'New brief' }).first().click()
      const brief = briefPage(page)
      await brief.title.fill('Carrying health where there is no road')
      await brief.heading('audience').fill('District health teams')
      await brief.heading('question').fill('Who can carry vaccines where no road goes?')
      await brief.section('messages').click()
      await page.keyboard.type('Crews who travel anyway can keep the cold chain ')
      await brief.cite('ferry')
      await page.keyboard.type('.')
      await brief.section('recommendations').click()
      await page.keyboard.type('Pay for the ice, not for the trip ')
      await brief.cite('ferry')
      await expect(brief.section('messages').locator('.citation').first()).toBeVisible()
    },
  },
  {
    name: 'look at the page before it goes out',
    async run({ page }) {
      const preview = await briefPage(page).preview()
      await expect(preview.contentFrame().locator('h1')).toHaveText('Carrying health where there is no road')
      await expect(preview.contentFrame().locator('body')).toContainText(TITLE)
      await page.keyboard.press('Escape')
    },
  },
  ...(['PDF', 'Word', 'web page', 'Markdown'] as const).map((format) => ({
    name: `export it as ${format}`,
    run: (context: JourneyContext) => exportAs(context, format),
  })),
]

const ENDINGS = { PDF: 'pdf', Word: 'docx', 'web page': 'html', Markdown: 'md' } as const

async function exportAs({ app, page, outFolder }: JourneyContext, format: keyof typeof ENDINGS): Promise<void> {
  const ending = ENDINGS[format]
  const file = join(outFolder, `brief.${ending}`)
  await answerSaveDialog(app, file)
  const dialog = await briefPage(page).openExport()
  await dialog.locator('.export-format').nth(['pdf', 'docx', 'html', 'md'].indexOf(ending)).click()
  await dialog.getByRole('button', { name: 'Choose where' }).click()
  await expect(dialog.locator('.export-done')).toBeVisible({ timeout: 60_000 })
  expect(
    readFileSync(file)
      .subarray(0, 4)
      .toString('latin1')
      .startsWith(SIGNS[ending] ?? '?'),
  ).toBe(true)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
}
