import { join } from 'node:path'
import { type ElectronApplication, _electron, type Page } from '@playwright/test'
import { findElectron } from '../../scripts/setup/electron.mjs'
import { modulesFolder, root } from '../../scripts/setup/paths.mjs'

const LOADER = join(modulesFolder, 'playwright-core', 'lib', 'server', 'electron', 'loader.js')

/** A started app and its first window. */
export type RunningApp = { readonly app: ElectronApplication; readonly page: Page }

/** What an app is started with. Two apps never share a profile: it holds the journal and the settings. */
export type Launch = {
  readonly profile: string
  readonly workspace?: string
  readonly env?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
}

/** Starts the built app the way a person does, on a workspace and with a data folder of its own. */
export async function launchApp({ profile, workspace, env = {}, flags = [] }: Launch): Promise<RunningApp> {
  const electron = findElectron()
  if (electron === undefined) throw new Error('There is no Electron to run. npm start sets it up.')
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      // Holds the app back until Playwright is listening; it misses a window that loads in the very same moment.
      '-r',
      LOADER,
      // As root Electron refuses to start with its sandbox; in a container there is no graphics card to ask.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(process.platform === 'linux' ? ['--disable-gpu'] : []),
      ...flags,
      `--user-data-dir=${profile}`,
      root,
      ...(workspace === undefined ? [] : [workspace]),
    ],
    env: { ...inheritedEnvironment(), ...env },
  })
  return { app, page: await app.firstWindow() }
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
