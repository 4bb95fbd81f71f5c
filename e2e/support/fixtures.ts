import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, type TestInfo, test as base } from '@playwright/test'
import type { Preferences } from '../../src/ipc/shapes.ts'
import { type Launch, launchApp, type RunningApp } from './launch-app.ts'
import { leavePreferences } from './profile.ts'

/** How a test starts the app: its workspace, its preferences, and what is wrong with the world. */
export type Opening = Partial<Pick<Launch, 'workspace' | 'env' | 'flags'>> & {
  readonly preferences?: Partial<Preferences>
}

type Fixtures = {
  /** An empty folder that is gone afterwards. */
  readonly folder: string
  /** The app's own data folder, kept between two starts of one test. */
  readonly profile: string
  /** Starts the app; what is still running at the end is closed, and shown if the test failed. */
  readonly open: (opening?: Opening) => Promise<RunningApp>
}

/** Tests in the real app, each with folders of its own. The person is Awa Diallo and reads English unless told otherwise. */
export const test = base.extend<Fixtures>({
  // Playwright reads a fixture's needs from its first argument.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, give) => {
    const folder = mkdtempSync(join(tmpdir(), 'temoin-e2e-'))
    await give(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  profile: async ({ folder }, give) => give(join(folder, 'profile')),
  open: async ({ profile }, give, info) => {
    const running: RunningApp[] = []
    let first = true
    await give(async ({ preferences, ...launch } = {}) => {
      if (first || preferences) leavePreferences(profile, { lang: 'en', author: 'Awa Diallo', ...preferences })
      first = false
      const opened = await launchApp({ ...launch, profile })
      running.push(opened)
      return opened
    })
    for (const { app, page } of running) {
      if (info.status !== info.expectedStatus) await attach(info, page)
      await app.close().catch(() => undefined)
    }
  },
})

async function attach(info: TestInfo, page: Page): Promise<void> {
  const body = await page.screenshot().catch(() => null)
  if (body) await info.attach('window', { body, contentType: 'image/png' })
}

export { expect } from '@playwright/test'
