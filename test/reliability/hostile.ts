/**
 * A stranger's file, made by somebody who can make its seal right, neither stops the program nor gets anything of its
 * own to run.
 *
 * Images of real workspaces are changed in bytes, rows and tables, sealed again, read from a disk and inspected. What is
 * let through is opened, read to its end, written to and saved: its image must have our tables and nothing else. Good
 * files are opened in between. The hand-made schemas go through the thread that the app inspects files in.
 */
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { createInspector } from '../../src/engine/inspect/inspector.ts'
import { findAssets } from '../../src/engine/assets.ts'
import { makeSeal } from '../../src/engine/file/seal.ts'
import { readWorkspaceFile } from '../../src/engine/file/read-workspace-file.ts'
import type { FileHost } from '../../src/engine/file/host.ts'
import type { Store } from '../../src/core/store.ts'
import { inspectImage, openInspected } from '../../src/storage/inspect.ts'
import { salvage } from '../../src/storage/salvage.ts'
import { openStore } from '../../src/storage/store.ts'
import { tampered } from '../storage/hostile-images.ts'
import { PATH, SQL, storyChanges, storyProjection, storyStore } from '../storage/stories.ts'
import { seededPorts, tickingClock } from '../support/ports.ts'
import { hostileSchemas } from './support/hostile-schemas.ts'
import { memoryDisk } from './support/memory-disk.ts'
import { mutate } from './support/mutations.ts'
import { prove, type Run } from './support/prove.ts'

/** Of the processor, however busy the machine is. */
const LIMIT_SECONDS = 2
const SALVAGED_PERCENT = 3
/** So many are sealed and read from a disk, and where they are let through, opened, read, written to and saved. */
const IN_DEPTH_PERCENT = 20
const ALSO_GOOD_EVERY = 200

const good = [storyStore(2).toImage(), storyStore(12).toImage()]
const ourTables = tablesOf(good[0] ?? new Uint8Array())

await prove({ figure: 'hostile', reach: 50_000 }, async (run) => {
  for (const index of run.cases()) {
    const random = run.random(index)
    const image = mutate(random.pick(good), random)
    const isInDepth = random.chance(IN_DEPTH_PERCENT)
    await within(run, index, () => look(run, index, image, isInDepth))
    if (random.chance(SALVAGED_PERCENT)) await within(run, index, () => void salvage(SQL, image))
    if (index % ALSO_GOOD_EVERY === 0 && !good.every((each) => isOpened(each)))
      run.fail('a good file is refused now', index)
    run.count()
  }
  await lookInThread(run)
})

async function look(run: Run, index: number, image: Uint8Array, isInDepth: boolean): Promise<void> {
  const inspected = isInDepth ? await readAndInspect(image) : inspectImage(SQL, image, PATH)
  if (!inspected.ok) {
    run.note(`refused: ${inspected.problem.code}`)
    return
  }
  run.note('let through')
  if (!isInDepth) return
  run.note('let through, opened and used')
  const store = openInspected(SQL, image, inspected.value)
  try {
    useFully(store)
    if (tablesOf(store.toImage()) !== ourTables) run.fail('tables of a stranger are alive', index)
  } finally {
    store.close()
  }
}

async function readAndInspect(image: Uint8Array): Promise<ReturnType<typeof inspectImage>> {
  const { seal } = await makeSeal(image)
  const fs = memoryDisk({ [PATH]: new Uint8Array(Buffer.concat([image, seal])) })
  const host: FileHost = {
    ...seededPorts('', tickingClock()),
    fs,
    process: 1,
    isRunning: () => false,
    sleep: async () => undefined,
  }
  const read = await readWorkspaceFile(host, PATH)
  return read.ok ? inspectImage(SQL, read.value.image, PATH) : read
}

/** Whatever was let through can be read to its end, written to and saved. */
function useFully(store: Store): void {
  for (const change of store.changes()) void change.id
  for (const text of store.texts()) void text.text
  for (const { subject } of store.subjects()) store.changesOf(subject)
  store.cards()
  store.append(storyChanges(99, 'strang3rstrang3r'), [storyProjection(99)])
  store.toImage({ canonical: true })
}

async function lookInThread(run: Run): Promise<void> {
  const assets = findAssets()
  const inspector = createInspector({ program: assets.inspection, wasm: assets.sqlite() })
  for (const [name, sql] of hostileSchemas) {
    const inspected = await inspector.inspect(tampered(sql).slice(), PATH)
    if (inspected.ok) run.fail(`let through: ${name}`)
    const salvaged = await inspector.salvage(tampered(sql).slice(), PATH)
    if (!salvaged.ok) run.note('salvage given up')
    run.note('hand-made')
  }
  const still = await inspector.inspect((good[0] ?? new Uint8Array()).slice(), PATH)
  if (!still.ok) run.fail('a good file is refused after all of them')
}

async function within(run: Run, index: number, act: () => Promise<void> | void): Promise<void> {
  const before = process.cpuUsage()
  try {
    await act()
  } catch (error) {
    run.fail(`crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, index)
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1_000_000
  if (seconds > LIMIT_SECONDS) run.fail(`took ${seconds.toFixed(1)} s of the processor`, index)
}

function isOpened(image: Uint8Array): boolean {
  const opened = openStore(SQL, image.slice(), PATH)
  if (opened.ok) opened.value.close()
  return opened.ok
}

function tablesOf(image: Uint8Array): string {
  const database = new SQL.Database(image)
  const tables = JSON.stringify(database.exec('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2'))
  database.close()
  return tables
}
