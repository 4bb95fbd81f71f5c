import { expect, type Locator, type Page } from '@playwright/test'

/** The workbench of one brief, as a person uses it. Nothing here depends on the language of the interface. */
export type BriefPage = {
  readonly title: Locator
  readonly evidence: Locator
  readonly checks: Locator
  readonly section: (field: string) => Locator
  readonly heading: (field: string) => Locator
  readonly addEvidence: (query: string) => Promise<void>
  /** Cites a record with @ where the caret stands, by words of its title. */
  readonly cite: (query: string) => Promise<void>
  readonly preview: () => Promise<Locator>
  readonly openExport: () => Promise<Locator>
}

/** Drives the workbench that is on screen. */
export function briefPage(page: Page): BriefPage {
  const place = page.locator('main.brief-place')
  const part = (field: string) => place.locator(`[data-part="${field}"]`)
  return {
    title: part('title').locator('textarea'),
    evidence: place.locator('.brief-evidence'),
    checks: place.locator('.brief-check'),
    section: (field) => part(field).locator('[role="textbox"]'),
    heading: (field) => part(field).locator('textarea'),
    async addEvidence(query) {
      const input = place.locator('.brief-tray').getByRole('combobox')
      await input.click()
      await input.fill(query)
      // Until the answer is there, the row pointed out is that of the letter before.
      await expect(page.locator('.picker-row[data-focused]')).toContainText(query, { ignoreCase: true })
      await input.press('Enter')
      await input.press('Escape')
    },
    async cite(query) {
      await page.keyboard.type(`@${query}`)
      await expect(page.getByRole('option').first()).toBeVisible()
      await page.keyboard.press('Enter')
    },
    async preview() {
      await place.locator('[data-command="preview"]').click()
      return page.locator('iframe.page-preview')
    },
    async openExport() {
      await place.locator('[data-command="export"]').click()
      return page.getByRole('dialog')
    },
  }
}
