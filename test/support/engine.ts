import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FieldStep } from '../../src/core/model/view.ts'
import type { Lang } from '../../src/core/model/lang.ts'
import type { Outcome } from '../../src/core/problem.ts'
import { findAssets } from '../../src/engine/assets.ts'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import type { FileSystem } from '../../src/engine/file/file-system.ts'
import type { FileHost } from '../../src/engine/file/host.ts'
import { nodeFileSystem } from '../../src/engine/file/node-file-system.ts'
import { writeOutputFile } from '../../src/engine/file/write-output-file.ts'
import { openForReading } from '../../src/engine/read-chunks.ts'
import type { WatchFolder } from '../../src/engine/sync/watch-folder.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import {
  createWorkspaceFile,
  mergeFiles,
  type OpenFile,
  openWorkspaceFile,
  saveOpenFile,
} from '../../src/engine/workspace-file.ts'
import { loadSqlJs } from '../../src/storage/sql-js.ts'
import { afterwards } from './afterwards.ts'
import { inspectorHere } from './inspector-here.ts'
import { preparerHere } from './preparer-here.ts'
import { seededPorts, tickingClock } from './ports.ts'

const assets = findAssets()

/** SQLite, once for every test of a file. */
export const SQL = await loadSqlJs(assets.sqlite())

const inspectHere = inspectorHere(SQL)

const openFiles = new Set<{ readonly close: () => Promise<void> }>()

/**
 * What outlasts a power cut is not to be seen in these tests, so nobody waits for it. Files that a killed program left
 * open are closed when the tests are over.
 */
export const QUICK_DISK: FileSystem = {
  ...nodeFileSystem,
  async open(...args) {
    const file = await nodeFileSystem.open(...args)
    openFiles.add(file)
    const close = async () => {
      openFiles.delete(file)
      await file.close()
    }
    return { ...file, sync: async () => undefined, close }
  },
  syncFolder: async () => undefined,
}

const folders: string[] = []

afterwards(async () => {
  for (const file of openFiles) await file.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for one test, gone afterwards. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-engine-'))
  folders.push(folder)
  return folder
}

/** What a test may choose of a computer. */
export type ComputerOptions = {
  /** Whose it is; also what its random bytes follow from, so that no two computers draw the same ids. */
  readonly author: string
  /** The wall clock; by default one that ticks a second with every look, from 14 March 2026. */
  readonly now?: () => number
  readonly fs?: FileSystem
  /** The folder of the app's own data; a restart after a crash finds the one from before. */
  readonly dataFolder?: string
  /** Names the running program. */
  readonly process?: number
  readonly isRunning?: (process: number) => boolean
  /** By default nobody says when a folder changes, and one has to look. */
  readonly watchFolder?: WatchFolder
}

let computers = 0

/** One run of the program on one computer: an environment with a clock, randomness and a data folder of its own. */
export function computer(options: ComputerOptions): EngineEnvironment {
  computers += 1
  const {
    author,
    fs = QUICK_DISK,
    now = tickingClock(),
    process = 4_000 + computers,
    isRunning = () => false,
    watchFolder = () => () => undefined,
  } = options
  const dataFolder = options.dataFolder ?? join(newFolder(), 'app')
  const ports = seededPorts(`${author} ${computers}`, now)
  const host: FileHost = { ...ports, fs, process, isRunning, sleep: async () => undefined }
  return {
    ports,
    sql: SQL,
    inspector: inspectHere,
    preparer: preparerHere,
    host,
    watchFolder,
    assets,
    dataFolder,
    journalFolder: join(dataFolder, 'journals'),
    backupsFolder: join(dataFolder, 'backups'),
    author: () => author,
    openForReading,
    writeFile: (path, bytes, force) => writeOutputFile(host, path, bytes, force),
    sizeOf: (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    appendLine(path, text) {
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, text)
    },
  }
}

/** The value of a good answer; a refusal fails the test with its problem. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

/** The problem of a refusal; a good answer fails the test. */
export function problemOf(outcome: Outcome<unknown>) {
  if (outcome.ok) throw new Error('was not refused')
  return outcome.problem
}

/** A new workspace in a folder of its own. */
export async function newWorkspace(environment: EngineEnvironment, lang: Lang = 'fr'): Promise<OpenFile> {
  const path = join(newFolder(), 'Équipe Sahel.temoin')
  return must(await createWorkspaceFile(environment, { path, name: 'Équipe Sahel', lang, force: false }))
}

/** Makes a record with these first values, and names it. */
export function record(workspace: Workspace, steps: readonly FieldStep[] = [], kind = 'case-study'): string {
  return must(workspace.create(kind, 'fr', steps))
}

/** A title in French as a step. */
export function title(value: string): FieldStep {
  return { op: 'set', field: 'title', locale: 'fr', value }
}

/** One person's open copy of a workspace. */
export type Copy = { readonly environment: EngineEnvironment; readonly file: OpenFile; readonly workspace: Workspace }

/** Two people with a copy of one workspace each; what they do apart meets in `meet`. */
export type TwoCopies = {
  readonly ana: Copy
  readonly luc: Copy
  /** Both save, and each takes in what the other has. */
  readonly meet: () => Promise<void>
}

/** Ana in Saint-Louis makes a workspace, and Luc in Bonn gets a copy of the file. */
export async function twoCopies(
  options: { readonly ana?: Partial<ComputerOptions>; readonly luc?: Partial<ComputerOptions> } = {},
): Promise<TwoCopies> {
  const anas = computer({ author: 'Ana', ...options.ana })
  const lucs = computer({ author: 'Luc', ...options.luc })
  const file = await newWorkspace(anas)
  const path = join(newFolder(), 'Équipe Sahel (Luc).temoin')
  copyFileSync(file.path, path)
  const copy = must(await openWorkspaceFile(lucs, path))
  const ana = { environment: anas, file, workspace: file.workspace }
  const luc = { environment: lucs, file: copy, workspace: copy.workspace }
  return {
    ana,
    luc,
    async meet() {
      for (const { environment, file: open } of [ana, luc]) must(await saveOpenFile(environment, open))
      await takeIn(ana, luc)
      await takeIn(luc, ana)
    },
  }
}

/** Brings into one copy what the file of another has, and saves. */
async function takeIn(into: Copy, from: Copy) {
  const report = must(await mergeFiles(into.environment, into.workspace, [from.file.path], { dryRun: false }))
  must(await saveOpenFile(into.environment, into.file))
  return report
}
