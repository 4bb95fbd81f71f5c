/**
 * Any call to the disk fails, once or for ever, writes less than asked, or is the last one of the process: no file is
 * torn, nothing is called saved that is not, and nothing is called failed that is in place.
 *
 * The real engine opens a real file in a real folder, brings back what the journal has, takes in a change, journals and
 * saves it, through a disk with one fault. Afterwards the file is read without any, and everything is tried again.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Store } from '../../src/core/store.ts'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import { companionOf } from '../../src/engine/file/companion.ts'
import type { FileSystem } from '../../src/engine/file/file-system.ts'
import { readWorkspaceFile } from '../../src/engine/file/read-workspace-file.ts'
import { openWorkspaceJournal, recoverFrom } from '../../src/engine/open-journal.ts'
import { openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import { type Fault, faultyFileSystem } from '../engine/file/faulty-file-system.ts'
import { computer, must, newFolder, newWorkspace, QUICK_DISK, record, title } from '../support/engine.ts'
import { prove, type Run } from './support/prove.ts'
import type { Random } from './support/random.ts'

const ERRORS = ['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EROFS', 'ENOENT', 'EMFILE', 'ESTALE', 'EINTR']
const AUTHOR = { author: 'Ana' }
/** A stick knows no second names. */
const STICK: FileSystem = {
  ...QUICK_DISK,
  link: () => Promise.reject(Object.assign(new Error('no second names'), { code: 'EPERM' })),
}
const DISKS = [QUICK_DISK, STICK] as const

/** Where every case begins: a file, and a journal that has a change more. */
type Beginning = { readonly file: string; readonly app: string; readonly id: string }

/** What a program has been told of its work. */
type Told = { opened: boolean; journalled: boolean; saved: boolean; failed: boolean }

await prove({ figure: 'faults', reach: 500 }, async (run) => {
  const from = await beginning()
  const calls = await Promise.all(DISKS.map((disk) => callsOf(from, disk)))
  for (const index of run.cases()) {
    const random = run.random(index)
    const which = index % DISKS.length
    await withFault(run, index, from, DISKS[which] ?? QUICK_DISK, faultAt(calls[which] ?? [], random))
    run.count()
  }
})

async function beginning(): Promise<Beginning> {
  const app = join(newFolder(), 'app')
  const environment = computer({ ...AUTHOR, dataFolder: app })
  const made = await newWorkspace(environment)
  const id = record(made.workspace, [title('avant')])
  must(await saveOpenFile(environment, made))
  const journal = openWorkspaceJournal(environment, made.workspace)
  const before = new Set(made.workspace.store.changeIds())
  must(made.workspace.change(id, [title('du journal')]))
  const added = [...made.workspace.store.changes()].filter((change) => !before.has(change.id))
  must(await journal.append(added))
  must(await journal.flush())
  await journal.close()
  return { file: made.path, app, id }
}

async function callsOf(from: Beginning, disk: FileSystem): Promise<readonly string[]> {
  const fs = faultyFileSystem(disk)
  const desk = deskFor(from)
  await work(desk, computer({ ...AUTHOR, fs, dataFolder: desk.app }))
  return fs.calls
}

function faultAt(calls: readonly string[], random: Random): Fault {
  const at = 1 + random.below(calls.length)
  const until = random.pick(['once', 'for-ever'] as const)
  if (random.chance(20)) return { kind: 'kill', at }
  const writes = calls.flatMap((name, place) => (name === 'write' ? [place + 1] : []))
  if (random.chance(20) && writes.length > 0)
    // One byte at a time for ever is only slow.
    return { kind: 'short-write', at: random.pick(writes), bytes: random.pick([0, 1_000, 10_000]), until }
  return { kind: 'error', code: random.pick(ERRORS), at, until }
}

type DeskFiles = { readonly folder: string; readonly path: string; readonly app: string; readonly id: string }

function deskFor({ file, app, id }: Beginning): DeskFiles {
  const folder = newFolder()
  const desk = { folder, path: join(folder, 'w.temoin'), app: join(newFolder(), 'app'), id }
  copyFileSync(file, desk.path)
  copyJournals(app, desk.app)
  return desk
}

async function withFault(run: Run, index: number, from: Beginning, disk: FileSystem, fault: Fault): Promise<void> {
  const desk = deskFor(from)
  const fs = faultyFileSystem(disk, fault)
  const told = await work(desk, computer({ ...AUTHOR, fs, dataFolder: desk.app })).catch((error: unknown) => {
    if (!fs.isKilled()) run.fail(`threw ${String(error)} at ${JSON.stringify(fault)}`, index)
    return undefined
  })
  run.note(fault.kind === 'error' ? `${fault.code} ${fault.until}` : fault.kind)
  const say = (what: string) => run.fail(`${what}: ${JSON.stringify(fault)}, ${fs.calls[fault.at - 1]}`, index)

  const titles = await whatIsThere(desk, from)
  if (titles === undefined) return say('the file is torn')
  if (!titles.has('avant')) say('what was there is gone')
  if (told?.saved && !titles.has('après')) say('falsely called saved')
  if (told?.failed && titles.has('après')) say('falsely called failed')

  // The next start finds everything that was told as safe, and saves it.
  const next = computer({ ...AUTHOR, dataFolder: desk.app })
  const again = await work(
    { ...desk },
    next,
    told?.journalled === true || told?.saved === true ? 'après' : 'du journal',
  )
  if (!again.saved) say('cannot be saved afterwards')
  if (!again.opened) say('what was safe did not come back')
  // Where the backups could not be written, the generation before stands beside the file.
  const companion = basename(companionOf(desk.path))
  const expected = new Set(['w.temoin', companion])
  const strays = readdirSync(desk.folder).filter((name) => !expected.has(name) && !name.startsWith('~'))
  if (existsSync(companionOf(desk.path)) && !(await readWorkspaceFile(next.host, companionOf(desk.path))).ok)
    say('left a torn companion')
  if (strays.length > 0) say(`left ${strays.join(', ')}`)
  rmSync(desk.folder, { recursive: true, force: true })
}

/** Opens, recovers, changes, journals, saves. `expected` is a title that has to be in the log after recovering. */
async function work(desk: DeskFiles, environment: EngineEnvironment, expected?: string): Promise<Told> {
  const told: Told = { opened: false, journalled: false, saved: false, failed: false }
  const opened = await openWorkspaceFile(environment, desk.path)
  if (!opened.ok) return told
  const file = opened.value
  try {
    const journal = openWorkspaceJournal(environment, file.workspace)
    await recoverFrom(journal, file.workspace, { settle: true })
    told.opened = expected === undefined || titlesIn(file.workspace.store, desk.id).has(expected)
    const before = new Set(file.workspace.store.changeIds())
    must(file.workspace.change(desk.id, [title('après')]))
    const added = [...file.workspace.store.changes()].filter((change) => !before.has(change.id))
    const appended = await journal.append(added)
    const flushed = await journal.flush()
    told.journalled = appended.ok && flushed.ok
    let mark = 0
    const saved = file.readOnly
      ? undefined
      : await saveOpenFile(environment, file, () => {
          mark = journal.mark()
        })
    told.saved = saved?.ok === true
    told.failed = saved?.ok === false
    if (saved?.ok) await journal.clearUpTo(mark)
    await journal.close()
    return told
  } finally {
    file.workspace.store.close()
  }
}

/** The titles in the file, without the journal; undefined where the file cannot be opened. */
async function whatIsThere(desk: DeskFiles, { id }: Beginning): Promise<ReadonlySet<unknown> | undefined> {
  const opened = await openWorkspaceFile(computer(AUTHOR), desk.path)
  if (!opened.ok) return undefined
  const titles = titlesIn(opened.value.workspace.store, id)
  opened.value.workspace.store.close()
  return titles
}

/** Every title that was ever given: where two were, both are in the log. */
function titlesIn(store: Store, id: string): ReadonlySet<unknown> {
  return new Set(store.changesOf(id).flatMap(({ field, value }) => (field === 'title' ? [value] : [])))
}

function copyJournals(from: string, to: string): void {
  const folder = join(to, 'journals')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(join(from, 'journals'))) {
    copyFileSync(join(from, 'journals', name), join(folder, name))
  }
}
