import type { Page } from '@playwright/test'

/** The page where one comes when a file could not be opened. */
export function rescuePage(page: Page) {
  const versions = page.getByRole('list', { name: /Earlier versions|Versions précédentes/ })
  return {
    heading: page.getByRole('heading', { level: 1 }),
    versions: versions.getByRole('listitem'),
    open: (version: number) => versions.getByRole('listitem').nth(version).getByRole('button'),
    saveWhatIsLeft: page.getByRole('button', { name: /Save what can be read|Enregistrer ce qui se lit/ }),
  }
}
