import type { Locator, Page } from '@playwright/test'

/** The library as a person uses it. */
export type LibraryPage = {
  readonly list: Locator
  readonly rows: Locator
  readonly selected: Locator
  readonly reading: Locator
  readonly count: Locator
  readonly facet: (facet: string) => Locator
  readonly row: (title: string | RegExp) => Locator
}

/** Drives the library that is on screen. */
export function libraryPage(page: Page): LibraryPage {
  const list = page.getByRole('listbox').and(page.locator('.record-list'))
  return {
    list,
    rows: list.getByRole('option'),
    selected: list.getByRole('option', { selected: true }),
    reading: page.locator('.reading'),
    count: page.locator('.list-count'),
    facet: (facet) => page.getByRole('list', { name: facet, exact: true }),
    row: (title) => list.getByRole('option', { name: title }),
  }
}
