import type { Locator, Page } from '@playwright/test'

/** The place where copies come together, as a person uses it. In English. */
export type MergingPage = {
  readonly tab: (name: string | RegExp) => Locator
  readonly arrivals: Locator
  readonly arrival: (title: string | RegExp) => Locator
  /** What comes in for the record that is looked at. */
  readonly details: Locator
  readonly merge: Locator
  readonly journal: Locator
  /** The one thing that is to be settled now. */
  readonly card: Locator
}

/** Drives the merge place that is on screen. */
export function mergingPage(page: Page): MergingPage {
  const main = page.getByRole('main')
  const arrivals = main.getByRole('listbox')
  return {
    tab: (name) => main.getByRole('tab', { name }),
    arrivals,
    arrival: (title) => arrivals.getByRole('option', { name: title }),
    details: page.locator('.arrival-page'),
    merge: main.getByRole('button', { name: 'Merge', exact: true }),
    journal: page.locator('.merge-journal'),
    card: page.locator('.settle-card'),
  }
}
