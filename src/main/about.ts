import { app } from 'electron'
import type { Lang } from './outcome.ts'
import { words } from './words.ts'

/** Shows what this program is, its licence, and whose data it was taught with. */
export function showAbout(lang: Lang): void {
  // Every system shows the copyright; not every one shows credits.
  const copyright = `Apache-2.0\n${words(lang).about.credit}`
  app.setAboutPanelOptions({ applicationName: 'Temoin', applicationVersion: app.getVersion(), copyright })
  app.showAboutPanel()
}
