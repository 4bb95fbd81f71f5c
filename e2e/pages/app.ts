import type { Locator, Page } from '@playwright/test'

/** What is around every place: the bar, the panels, the notices. Found by role and name, in English. */
export type AppPage = {
  readonly saveState: Locator
  readonly search: Locator
  readonly dialog: Locator
  readonly notice: (text: string | RegExp) => Locator
  readonly goTo: (place: 'Library' | 'Briefs' | 'Merge') => Promise<void>
  readonly choose: (language: 'English' | 'Français' | 'Español') => Promise<void>
  /** Begins something from the New menu. */
  readonly begin: (entry: string) => Promise<void>
}

/** Drives the frame of the window. */
export function appPage(page: Page): AppPage {
  return {
    saveState: page.locator('.save-state'),
    search: page.getByRole('searchbox'),
    dialog: page.getByRole('dialog'),
    notice: (text) => page.getByRole('region', { name: /Notices|Avis/ }).getByText(text),
    goTo: (place) => page.getByRole('navigation').getByRole('button', { name: place }).click(),
    choose: (language) => page.getByRole('radio', { name: language }).click(),
    async begin(entry) {
      await page.getByRole('button', { name: 'New', exact: true }).click()
      await page.getByRole('menuitem', { name: entry }).click()
    },
  }
}
