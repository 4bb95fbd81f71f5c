import type { Locator, Page } from '@playwright/test'

/** The place without a workspace. */
export type WelcomePage = {
  readonly heading: Locator
  readonly recent: Locator
  /** Fills in the form and presses its button; the dialog that follows has to be answered beforehand. */
  readonly create: (name: string) => Promise<void>
  readonly open: () => Promise<void>
}

/** Drives the welcome place that is on screen, in English. */
export function welcomePage(page: Page): WelcomePage {
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Temoin' }),
    recent: page.getByRole('list', { name: 'Recent workspaces' }),
    async create(name) {
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
      await page.getByRole('button', { name: 'Choose its place…' }).click()
    },
    open: () => page.getByRole('button', { name: 'Open a workspace…' }).click(),
  }
}
