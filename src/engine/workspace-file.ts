import { createClock } from '../core/history/clock.ts'
import { newId } from '../core/history/ids.ts'
import { project } from '../core/history/project.ts'
import { settle } from '../core/history/settle.ts'
import type { Lang } from '../core/model/lang.ts'
import type { MergePlan } from '../core/merge/plan.ts'
import type { MergeReport } from '../core/model/view.ts'
import { done, type Outcome, type Problem, refused } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import { createStore } from '../storage/store.ts'
import { backupsFolderOf, expectedBlobs, takeInBlobs } from './attachments/attachments.ts'
import type { EngineEnvironment } from './environment.ts'
import { type CheckReport, checkWorkspaceFile, salvageFile } from './file/check-workspace-file.ts'
import type { FileHost } from './file/host.ts'
import { fileExists, type Fingerprint, readWorkspaceFile, takeFingerprint } from './file/read-workspace-file.ts'
import { saveWorkspaceFile } from './file/save-workspace-file.ts'
import { mergeInSteps, mergeStores, type OtherCopy } from './merge-stores.ts'
import { openImage } from './open-image.ts'
import { takeImage } from './take-image.ts'
import { rememberFile } from './versions/known-files.ts'
import { authorOf } from './working-set.ts'
import { openMergeJournal } from './merges/merge-journal.ts'
import { type Merged, Workspace, WORKSPACE_SUBJECT, type WorkspaceOptions } from './workspace.ts'

/** A workspace and the file it came from. */
export type OpenFile = {
  readonly path: string
  readonly workspace: Workspace
  readonly readOnly: boolean
  /** What the file on disk looked like when it was last read or written; null before the first save. */
  fingerprint: Fingerprint | null
  /** How many changes the file holds. */
  savedChanges: number
  /** Whether bytes of attachments came that the file does not hold yet. */
  hasNewBlobs: boolean
  /** How many attachments the last save found damaged wherever they lie; the file does without them. */
  lostBlobs: number
  /** Why the last save could not keep the file that it replaced; null where it could. */
  unkept: Problem | null
}

/** Who is told of commits and merges. */
export type Hooks = Pick<WorkspaceOptions, 'onCommit' | 'onCommitted' | 'onMerged'>

const NOTHING_TO_TELL = { hasNewBlobs: false, lostBlobs: 0, unkept: null } as const
const NO_HOOKS: Hooks = { onCommit: () => undefined, onCommitted: () => undefined, onMerged: () => undefined }

/** What a new workspace is made with. `force` replaces a file that is there. */
export type CreateOptions = {
  readonly path: string
  readonly name: string
  readonly lang: Lang
  readonly force: boolean
}

/** Makes a workspace with its name and language, and saves it. */
export async function createWorkspaceFile(
  environment: EngineEnvironment,
  { path, name, lang, force }: CreateOptions,
  hooks: Hooks = NO_HOOKS,
): Promise<Outcome<OpenFile>> {
  const { host } = environment
  if (!force && (await fileExists(host, path))) return refused({ code: 'file-exists', path })
  const { ports } = environment
  const store = createStore(environment.sql, { id: newId(ports), createdAt: ports.nowMillis() })
  const workspace = openedOn(environment, store, hooks)
  const work = workspace.work()
  const steps = [{ op: 'set', field: 'name', value: name }] as const
  const created = workspace.createIn(work, { id: WORKSPACE_SUBJECT, kind: 'workspace', lang, steps })
  if (!created.ok) return created
  workspace.commit(work, 'step', { undoable: false })
  const replaced = await replacedFile(host, path)
  if (!replaced.ok) return replaced
  const fingerprint = replaced.value
  const file: OpenFile = { path, workspace, readOnly: false, fingerprint, savedChanges: 0, ...NOTHING_TO_TELL }
  const saved = await writeOut(environment, file)
  return saved.ok ? done(file) : saved
}

/** Opens a workspace file. One from a newer version opens read-only; a damaged one is refused with what is wrong. */
export async function openWorkspaceFile(
  environment: EngineEnvironment,
  path: string,
  hooks: Hooks = NO_HOOKS,
): Promise<Outcome<OpenFile>> {
  const read = await readWorkspaceFile(environment.host, path)
  if (!read.ok) return read
  const store = await openImage(environment, read.value.image, path)
  if (!store.ok) return store
  const workspace = openedOn(environment, store.value.store, hooks)
  const { fingerprint } = read.value
  const savedChanges = workspace.store.changeCount()
  const readOnly = store.value.newer !== null || read.value.readOnly
  return done({ path, workspace, readOnly, fingerprint, savedChanges, ...NOTHING_TO_TELL })
}

function openedOn(environment: EngineEnvironment, store: Store, hooks: Hooks): Workspace {
  const { ports, author } = environment
  // Drawn anew for each opening: two copies opened one after the other may hold the same stamps of a clock that is
  // ahead of ours, and ours would then follow them in both with the same names.
  const clock = createClock(newId(ports), ports.nowMillis)
  for (const id of store.changeIds()) clock.observe(id)
  if (!store.projectionsAreCurrent()) rebuildProjections(store)
  return new Workspace({ store, clock, ports, author, ...hooks })
}

/** Makes every projection anew from the log. */
function rebuildProjections(store: Store): void {
  const projections = store.subjects().map(({ subject }) => {
    const changes = store.changesOf(subject)
    return project(settle(changes), authorOf(changes))
  })
  store.clearProjections()
  store.append([], projections)
}

/**
 * Saves an open workspace to its file. What somebody else put there in the meantime is merged in first, so that a save
 * never overwrites what nobody here has seen.
 *
 * @param onImage called in the same breath in which the workspace is taken as it is then saved, and may write what is to
 *   be in it; the last call counts
 */
export async function saveOpenFile(
  environment: EngineEnvironment,
  file: OpenFile,
  onImage: () => void = () => undefined,
): Promise<Outcome<null>> {
  for (let attempt = 1; ; attempt += 1) {
    const saved = await writeOut(environment, file, onImage)
    if (saved.ok || saved.problem.code !== 'file-changed-on-disk' || attempt === 5) return saved
    const merged = await takeInFromDisk(environment, file)
    if (!merged.ok) return merged
    // What is there already is not written again: it would only be sent around once more.
    if (file.savedChanges === file.workspace.store.changeCount()) return merged
  }
}

/**
 * Merges what stands in the file into the open workspace where it is not what was last read or written here. Nothing
 * else may save meanwhile.
 */
export async function takeInFromDisk(environment: EngineEnvironment, file: OpenFile): Promise<Outcome<null>> {
  const read = await readWorkspaceFile(environment.host, file.path)
  if (!read.ok) return read
  const { fingerprint } = read.value
  if (fingerprint.sha256 === file.fingerprint?.sha256) {
    file.fingerprint = fingerprint
    return done(null)
  }
  const theirs = await openImage(environment, read.value.image, file.path)
  if (!theirs.ok) return theirs
  if (theirs.value.newer && !file.readOnly) {
    // A colleague has a later version, and the file holds what we would drop. What was typed here stays in the journal.
    theirs.value.store.close()
    return refused(theirs.value.newer.problem)
  }
  const copy = { store: theirs.value.store, path: file.path }
  const merged = mergeStores(file.workspace, [copy], { dryRun: false, how: 'arrived' })
  const count = theirs.value.store.changeCount()
  theirs.value.store.close()
  if (!merged.ok) return merged
  file.workspace.met()
  file.fingerprint = fingerprint
  file.savedChanges = count
  return done(null)
}

async function writeOut(environment: EngineEnvironment, file: OpenFile, onImage = () => {}): Promise<Outcome<null>> {
  const { store } = file.workspace
  const blobs = { wereNew: false }
  const { image, taken } = await takeImage(file.workspace, () => {
    onImage()
    // A copy that was outgrown is taken again: what was new the first time is new still.
    blobs.wereNew ||= file.hasNewBlobs
    file.hasNewBlobs = false
    return { changes: store.changeCount(), attachments: expectedBlobs(store) }
  })
  const { attachments } = taken
  const options = { expected: file.fingerprint, backups: backupsFolderOf(environment, store), attachments }
  const saved = await saveWorkspaceFile(environment.host, file.path, image, options)
  if (!saved.ok) {
    file.hasNewBlobs ||= blobs.wereNew
    return saved
  }
  file.lostBlobs = saved.value.lost.length
  file.unkept = saved.value.warning
  file.fingerprint = saved.value.fingerprint
  file.savedChanges = taken.changes
  return done(null)
}

/** What a copy is to be. A light one does without the bytes of attachments, and still merges both ways. */
export type CopyOptions = { readonly light: boolean }

/** Writes a copy of the workspace elsewhere; the open file stays the one that is worked in. Answers with its size. */
export async function writeCopy(
  environment: EngineEnvironment,
  file: Pick<OpenFile, 'path' | 'workspace'>,
  path: string,
  { light }: CopyOptions,
): Promise<Outcome<number>> {
  const { workspace } = file
  const image = workspace.image({ light })
  const expected = await replacedFile(environment.host, path)
  if (!expected.ok) return expected
  const saved = await saveWorkspaceFile(environment.host, path, image, {
    expected: expected.value,
    backups: backupsFolderOf(environment, workspace.store),
    attachments: light ? [] : expectedBlobs(workspace.store).map(({ sha256 }) => ({ sha256 })),
    from: [file.path],
  })
  return saved.ok ? done(saved.value.fingerprint.size) : saved
}

/** What stands where a file is to be put whatever is there, be it a workspace or not; null where there is nothing. */
async function replacedFile(host: FileHost, path: string): Promise<Outcome<Fingerprint | null>> {
  return (await fileExists(host, path)) ? takeFingerprint(host, path) : done(null)
}

/** Opens a copy of a workspace to read; the caller closes it. */
export async function readCopy(environment: EngineEnvironment, path: string): Promise<Outcome<Store>> {
  const read = await readWorkspaceFile(environment.host, path)
  if (!read.ok) return read
  const opened = await openImage(environment, read.value.image, path)
  if (!opened.ok) return opened
  const { store, newer } = opened.value
  // Half a change under its name would stay half for good: a merge passes over what is there already.
  if (!newer || newer.isWhole) return done(store)
  store.close()
  return refused(newer.problem)
}

/** Merges other copies of a workspace into an open one, or says what that would bring. */
export async function mergeFiles(
  environment: EngineEnvironment,
  workspace: Workspace,
  paths: readonly string[],
  { dryRun, file }: Omit<MergeFilesOptions, 'goOn'>,
): Promise<Outcome<MergeReport>> {
  const merged = await mergeFilesInSteps(environment, workspace, paths, { dryRun, file, goOn: async () => true })
  return merged.ok ? done(merged.value.report) : merged
}

/** How copies are merged. `file` is the one that the workspace is saved to: attachments that it holds need not come. */
type MergeFilesOptions = {
  readonly dryRun: boolean
  readonly file?: OpenFile | undefined
  readonly goOn: (steps: number, total: number) => Promise<boolean>
}

/** So many records are compared before anyone else gets a turn. */
const AT_A_STRETCH = 50

/**
 * The same for a window: others get their turn meanwhile.
 *
 * @param goOn told how far it is; answering false leaves everything as it was
 */
export async function mergeFilesInSteps(
  environment: EngineEnvironment,
  workspace: Workspace,
  paths: readonly string[],
  { dryRun, file, goOn }: MergeFilesOptions,
): Promise<Outcome<MergePlan>> {
  const copies: OtherCopy[] = []
  try {
    for (const path of paths) {
      const copy = await readCopy(environment, path)
      if (!copy.ok) return copy
      copies.push({ store: copy.value, path })
    }
    const isCopy = copies.every(({ store }) => store.header.id === workspace.store.header.id)
    if (!dryRun && isCopy) {
      const came = await takeInAll(environment, workspace.store, paths, file)
      if (!came.ok) return came
    }
    const steps = mergeInSteps(workspace, copies, { dryRun })
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      const [at, total] = step.value
      if (at % AT_A_STRETCH === 0 && !(await goOn(at, total))) return refused({ code: 'cancelled' })
    }
  } finally {
    for (const { store } of copies) store.close()
  }
}

/** Bytes come before the changes that speak of them, so that what a merge has told is here. */
async function takeInAll(
  environment: EngineEnvironment,
  store: Store,
  paths: readonly string[],
  file: OpenFile | undefined,
): Promise<Outcome<null>> {
  for (const path of paths) {
    const taken = await takeInBlobs(environment, store, path, file?.path)
    if (!taken.ok) return taken
    if (file && taken.value > 0) file.hasNewBlobs = true
  }
  return done(null)
}

/** Opens a workspace file for one piece of work, saves it afterwards if it changed, and closes it. */
export async function withWorkspaceFile<T>(
  environment: EngineEnvironment,
  path: string,
  { write }: { readonly write: boolean },
  work: (workspace: Workspace, file: OpenFile) => Promise<Outcome<T>> | Outcome<T>,
): Promise<Outcome<T>> {
  const merges: Merged[] = []
  const opened = await openWorkspaceFile(environment, path, { ...NO_HOOKS, onMerged: (merged) => merges.push(merged) })
  if (!opened.ok) return opened
  const file = opened.value
  try {
    await rememberFile(environment, path, file.workspace.store.header.id)
    if (write && file.readOnly) return refused({ code: 'workspace-read-only', path })
    const before = file.workspace.store.changeCount()
    const outcome = await work(file.workspace, file)
    const isChanged = file.workspace.store.changeCount() !== before || file.hasNewBlobs
    if (!outcome.ok || !write || !isChanged) return outcome
    const saved = await saveOpenFile(environment, file)
    if (!saved.ok) return saved
    for (const merged of merges) await openMergeJournal(environment, file.workspace).add(merged)
    return outcome
  } finally {
    file.workspace.store.close()
  }
}

/** What a check found, and where a repaired copy was written. */
export type Checked = CheckReport & { readonly repaired?: string }

/** Checks a workspace file; with `repair`, writes what reads well of it into a new file. */
export async function checkFile(
  environment: EngineEnvironment,
  path: string,
  repair: string | undefined,
  force: boolean,
): Promise<Outcome<Checked>> {
  const { host, ports, sql } = environment
  const report = await checkWorkspaceFile(environment, path)
  const [problem] = report.problems
  if (problem && (problem.code === 'file-missing' || problem.code === 'file-unreadable')) return refused(problem)
  if (repair === undefined) return done(report)
  const saved = await salvageFile(environment, path)
  if (!saved) return refused(problem ?? { code: 'not-a-workspace', path })
  if (!force && (await fileExists(host, repair))) return refused({ code: 'file-exists', path: repair })
  const replaced = await replacedFile(host, repair)
  if (!replaced.ok) return replaced
  const store = createStore(sql, saved.header ?? { id: newId(ports), createdAt: ports.nowMillis() })
  try {
    store.append(saved.changes, [])
    rebuildProjections(store)
    const written = await saveWorkspaceFile(host, repair, store.toImage(), {
      expected: replaced.value,
      backups: backupsFolderOf(environment, store),
      attachments: expectedBlobs(store),
      from: [path],
    })
    return written.ok ? done({ ...report, repaired: repair }) : written
  } finally {
    store.close()
  }
}
