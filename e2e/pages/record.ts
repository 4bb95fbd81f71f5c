import { expect, type Locator, type Page } from '@playwright/test'

/** The place of one record, as a person uses it. Nothing here depends on the language of the interface. */
export type RecordPage = {
  readonly title: Locator
  readonly summary: Locator
  /** The text of one section, by its field. */
  readonly section: (field: string) => Locator
  /** One fact beside the text, by its field. */
  readonly fact: (field: string) => Locator
  readonly write: (field: string, text: string) => Promise<void>
  readonly tagSdg: (query: string) => Promise<void>
  readonly addTheme: (name: string) => Promise<void>
  readonly addCountry: (name: string) => Promise<void>
  readonly setPeriod: (from: string, to: string) => Promise<void>
  readonly showVersion: (lang: 'en' | 'fr' | 'es') => Promise<void>
  readonly openHistory: () => Promise<void>
  /** The lines of the history that tell of one field, latest first. */
  readonly acts: (field: string) => Locator
  /** The version that is shown in the place of the text. */
  readonly version: Locator
  /** Settles what stands contested in a field on the n-th of the values shown. */
  readonly keep: (field: string, nth: number) => Promise<void>
}

/** Drives the place of a record that is on screen. */
export function recordPage(page: Page): RecordPage {
  const place = page.locator('main.record-place')
  const part = (field: string) => place.locator(`[data-part="${field}"]`)
  const fact = (field: string) => place.locator(`[data-fact="${field}"]`)
  const section = (field: string) => part(field).locator('[role="textbox"]')

  async function pick(field: string, query: string): Promise<void> {
    const input = fact(field).getByRole('combobox').last()
    await input.click()
    await input.fill(query)
    // Until the answer is there, the row pointed out is that of the letter before.
    await expect(page.locator('.picker-row[data-focused]')).toContainText(query, { ignoreCase: true })
    await input.press('Enter')
    await input.press('Escape')
  }

  return {
    title: part('title').locator('textarea'),
    summary: part('summary').locator('textarea'),
    section,
    fact,
    async write(field, text) {
      await section(field).click()
      await page.keyboard.type(text)
    },
    tagSdg: (query) => pick('sdgs', query),
    addTheme: (name) => pick('themes', name),
    addCountry: (name) => pick('countries', name),
    async setPeriod(from, to) {
      await fact('period').locator('input').first().fill(from)
      await fact('period').locator('input').last().fill(to)
      await fact('period').locator('input').last().blur()
    },
    async showVersion(lang) {
      await place.locator('.version', { hasText: lang.toUpperCase() }).click()
    },
    async openHistory() {
      await place.getByRole('tab').last().click()
    },
    acts: (field) => place.locator(`.history-entry[data-field="${field}"]`),
    version: place.locator('.past'),
    async keep(field, nth) {
      await place
        .locator(`[data-part="${field}"] .contested, [data-fact="${field}"] .contested`)
        .getByRole('button')
        .nth(nth)
        .click()
    },
  }
}
