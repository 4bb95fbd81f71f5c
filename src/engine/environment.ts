import { appendFileSync, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import type { Ports } from '../core/ports.ts'
import type { Outcome } from '../core/problem.ts'
import { loadSqlJs, type SqlJs } from '../storage/sql-js.ts'
import { type Assets, findAssets } from './assets.ts'
import { createFileHost, type FileHost } from './file/host.ts'
import { writeOutputFile } from './file/write-output-file.ts'
import { createInspector, type Inspector } from './inspect/inspector.ts'
import { nodePorts } from './ports.ts'
import { createPreparer, type Preparer } from './preparing/preparer.ts'
import { openForReading, type ReadableFile } from './read-chunks.ts'
import { type WatchFolder, watchFolder } from './sync/watch-folder.ts'

/** Everything that an engine needs of its surroundings; tests make their own. */
export type EngineEnvironment = {
  readonly ports: Ports
  readonly sql: SqlJs
  /** Looks at every image before it is opened. */
  readonly inspector: Inspector
  /** Looks at every file before it is kept. */
  readonly preparer: Preparer
  readonly host: FileHost
  readonly watchFolder: WatchFolder
  readonly assets: Assets
  /** The app's own folder on this computer: journals, backups, caches, preferences. */
  readonly dataFolder: string
  readonly journalFolder: string
  readonly backupsFolder: string
  /** The name that goes into history. */
  readonly author: () => string
  /** Reads a file piece by piece, however large it is. */
  readonly openForReading: (path: string) => Outcome<ReadableFile>
  readonly writeFile: (
    path: string,
    bytes: Uint8Array,
    options: { readonly force: boolean },
  ) => Promise<Outcome<unknown>>
  readonly sizeOf: (path: string) => number
  readonly appendLine: (path: string, text: string) => void
}

/** The environment of the command line: the data folder where the app keeps it on this system. */
export function openEnvironment(author: string): Promise<EngineEnvironment> {
  return openEnvironmentIn(defaultDataFolder(), author)
}

/** The environment for a data folder. */
export async function openEnvironmentIn(dataFolder: string, author: string): Promise<EngineEnvironment> {
  const assets = findAssets()
  const ports = nodePorts()
  const host = createFileHost()
  const wasm = assets.sqlite()
  return {
    ports,
    sql: await loadSqlJs(wasm),
    inspector: createInspector({ program: assets.inspection, wasm }),
    preparer: createPreparer({ program: assets.preparing, darkroom: assets.darkroom }),
    host,
    watchFolder,
    assets,
    dataFolder,
    journalFolder: join(dataFolder, 'journals'),
    backupsFolder: join(dataFolder, 'backups'),
    author: () => author,
    openForReading,
    writeFile: (path, bytes, options) => writeOutputFile(host, path, bytes, options),
    sizeOf: (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    appendLine(path, text) {
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, text)
    },
  }
}

/** The folder that Electron calls `userData` for this app. */
function defaultDataFolder(): string {
  const { env, platform } = process
  if (env['TEMOIN_DATA']) return env['TEMOIN_DATA']
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'temoin')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'temoin')
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'temoin')
}
