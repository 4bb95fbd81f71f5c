import type { Change } from '../core/history/change.ts'
import type { MergePlan } from '../core/merge/plan.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { EventName, Events } from '../ipc/events.ts'
import type { SaveState, WorkspaceStatus } from '../ipc/shapes.ts'
import { createEditBuffer, type EditBuffer } from './edit-buffer.ts'
import { editOf } from './edit-of.ts'
import type { EngineEnvironment } from './environment.ts'
import type { Journal } from './file/journal.ts'
import { sweepLeftovers } from './file/leftovers.ts'
import { createSaver, type Saver } from './file/saver.ts'
import { keepIndex, loadKeptIndex } from './kept-index.ts'
import { type MergeJournal, openMergeJournal } from './merges/merge-journal.ts'
import { asTyped, NOTHING_RECOVERED, openWorkspaceJournal, type Recovered, recoverFrom } from './open-journal.ts'
import { costOf, saveDelay, savedState, waitingState } from './save-delay.ts'
import { createSearch, type WorkspaceSearch } from './search.ts'
import { createSettling, type Settling } from './settling/settling.ts'
import { mainBeside } from './sync/main-beside.ts'
import { createSync, type Sync } from './sync/sync.ts'
import { createTurns, type Turns } from './turns.ts'
import type { Commit, Merged } from './workspace.ts'
import { rememberFile } from './versions/known-files.ts'
import { watchJournal } from './watch-journal.ts'
import { workspaceLang, workspaceName } from './workspace-facts.ts'
import {
  type CreateOptions,
  createWorkspaceFile,
  type Hooks,
  type OpenFile,
  openWorkspaceFile,
  saveOpenFile,
} from './workspace-file.ts'

/** Tells the window something. */
export type Emit = <E extends EventName>(name: E, event: Events[E]) => void

/** How long after the last keystroke a sitting counts as over, and is put into the log. */
const SEAL_AFTER = 2_000
/** How long to wait before trying again when a save failed: the stick may be put back in. */
const RETRY_AFTER = 20_000
/** The journal reaches the disk this long after a change, at most. */
const JOURNAL_FLUSH_AFTER = 500
/** How long after the last change the index is kept for the next start. */
const KEEP_INDEX_AFTER = 10_000
/** How long the search index is built at a stretch before anyone else gets a turn. */
const INDEX_SLICE = 40

/** The one open workspace of the app: its file, its journal, its save loop and its search. */
export class Session {
  readonly environment: EngineEnvironment
  private readonly emit: Emit
  private open: Opened | undefined
  private readonly calledOff = new Set<Events['task.progress']['task']>()

  constructor(environment: EngineEnvironment, emit: Emit) {
    this.environment = environment
    this.emit = emit
  }

  /** The open workspace, or the problem that there is none. */
  current(): Outcome<Opened> {
    return this.open ? done(this.open) : refused({ code: 'workspace-not-open' })
  }

  /** The same for those who want to change something. */
  writable(): Outcome<Opened> {
    const { open } = this
    if (!open) return refused({ code: 'workspace-not-open' })
    return open.file.readOnly ? refused({ code: 'workspace-read-only', path: open.file.path }) : done(open)
  }

  /** Makes a new workspace file and opens it; the one before is saved and closed first. */
  async create(options: CreateOptions): Promise<Outcome<WorkspaceStatus>> {
    if (this.open?.file.path === options.path) await this.close()
    const link = this.link()
    const created = await createWorkspaceFile(this.environment, options, link)
    if (!created.ok) return created
    await this.close()
    return this.begin(created.value, link)
  }

  /**
   * Opens a workspace file, and brings back from the journal what the file does not have. A conflict copy leads to the
   * workspace beside it: what is written into such a copy is easily lost.
   */
  async openPath(path: string): Promise<Outcome<WorkspaceStatus>> {
    if (this.open?.file.path === path) return done(this.statusOf(this.open))
    const main = await mainBeside(this.environment.host, path)
    const led = main === undefined ? undefined : await this.openFile(main)
    // Where the workspace itself cannot be opened, its copy is better than nothing.
    return led?.ok ? done({ ...led.value, insteadOf: path }) : this.openFile(path)
  }

  private async openFile(path: string): Promise<Outcome<WorkspaceStatus>> {
    if (this.open?.file.path === path) return done(this.statusOf(this.open))
    const link = this.link()
    const opened = await openWorkspaceFile(this.environment, path, link)
    if (!opened.ok) return opened
    const isSame = this.open?.workspace.store.header.id === opened.value.workspace.store.header.id
    await this.close()
    if (!isSame) return this.begin(opened.value, link)
    // The same file by another name, perhaps: what was read is then older than what was saved just now.
    opened.value.workspace.store.close()
    const reopened = await openWorkspaceFile(this.environment, path, link)
    return reopened.ok ? this.begin(reopened.value, link) : reopened
  }

  /** Ties a workspace to the session once it is open; what is committed while it is being made concerns nobody. */
  private link(): Link {
    const link: Link = {
      opened: undefined,
      onCommit: (commit) => link.opened && this.keep(link.opened, commit.changes),
      onCommitted: (commit) => link.opened && this.committed(link.opened, commit),
      onMerged: (merged) => link.opened && this.merged(link.opened, merged),
    }
    return link
  }

  private async begin(file: OpenFile, link: Link): Promise<Outcome<WorkspaceStatus>> {
    const { workspace } = file
    const journal = openWorkspaceJournal(this.environment, workspace)
    const search = createSearch(workspace, this.environment.ports.nowMillis)
    const turns = createTurns()
    const opened: Opened = {
      file,
      workspace,
      journal,
      search,
      merges: openMergeJournal(this.environment, workspace),
      settling: createSettling(workspace),
      preview: undefined,
      edits: createEditBuffer(workspace),
      save: { kind: 'saved', at: this.environment.ports.nowMillis() },
      recovered: NOTHING_RECOVERED,
      journalWritten: watchJournal((problem) => this.emit('journal.state', { problem })),
      lastSaveMillis: 0,
      timers: new Map(),
      turns,
      saver: createSaver(() => turns(() => this.saveOnce(opened))),
      sync: createSync({
        environment: this.environment,
        file,
        inTurn: turns,
        beforeTakingIn: () => opened.edits.seal(),
        tookIn: () => this.tookIn(opened),
        lost: (problem) => this.setSave(opened, { kind: 'blocked', problem }),
        onState: (state) => this.emit('sync.state', state),
      }),
      firstUnsaved: undefined,
    }
    this.open = opened
    link.opened = opened
    loadKeptIndex(this.environment, workspace.store.header.id, search)
    opened.recovered = await recoverFrom(journal, workspace, { settle: !file.readOnly })
    if (opened.recovered.changes > 0) this.scheduleSave(opened)
    await rememberFile(this.environment, file.path, workspace.store.header.id)
    if (!file.readOnly) await sweepLeftovers(this.environment.host, file.path)
    this.buildIndex(opened)
    opened.sync.start()
    const status = this.statusOf(opened)
    this.emit('workspace.status', status)
    return done(status)
  }

  /** Takes typing in: the journal has it at once, the log after a pause. */
  type(opened: Opened, pieces: Parameters<EditBuffer['add']>[0]): void {
    this.keep(opened, [asTyped(opened.edits.add(pieces))])
    this.later(opened, 'seal', SEAL_AFTER, () => opened.edits.seal())
    this.scheduleSave(opened)
  }

  /** A journal that cannot be written is told, and stops nobody from working: the file is saved all the same. */
  private keep(opened: Opened, changes: readonly Change[]): void {
    if (opened.file.readOnly) return // What waits in its journals is shown, and waits on.
    void opened.journal.append(changes).then(opened.journalWritten)
    const flush = () => void opened.journal.flush().then(opened.journalWritten)
    this.later(opened, 'journal', JOURNAL_FLUSH_AFTER, flush, 'keep')
  }

  private merged(open: Opened, merged: Merged): void {
    const { how, from, report, changes } = merged
    void open.merges.add(merged)
    const authors = [...new Set(changes.map(({ author }) => author))].filter((author) => author !== '').sort()
    this.emit('workspace.merged', { how, from, report, authors, at: this.environment.ports.nowMillis() })
  }

  private committed(open: Opened, commit: Commit): void {
    open.search.refresh(commit.touched)
    open.settling.refresh(commit.touched)
    // What was typed here stands in the editor already.
    const fromElsewhere = commit.origin !== 'step'
    const edits = fromElsewhere ? commit.changes.flatMap(editOf) : []
    this.emit('subjects.changed', { ids: commit.touched, origin: commit.origin, edits })
    if (commit.origin !== 'step') this.emit('workspace.status', this.statusOf(open))
    this.buildIndex(open)
    this.scheduleSave(open)
  }

  private scheduleSave(opened: Opened): void {
    if (opened.file.readOnly) return
    const now = this.environment.ports.nowMillis()
    opened.firstUnsaved ??= now
    const waited = now - opened.firstUnsaved
    if (opened.save.kind === 'saved') this.setSave(opened, waitingState(costOf(opened.file, opened.lastSaveMillis)))
    this.later(opened, 'save', saveDelay(costOf(opened.file, opened.lastSaveMillis), waited), () => void this.save())
  }

  /** Saves now what there is to save. The answer says whether everything is on disk. */
  async save(): Promise<Outcome<WorkspaceStatus>> {
    const current = this.current()
    if (!current.ok) return current
    const opened = current.value
    if (opened.file.readOnly) return done(this.statusOf(opened))
    opened.edits.seal()
    if (opened.save.kind === 'saved') return done(this.statusOf(opened))
    const saved = await opened.saver.save()
    return saved.ok ? done(this.statusOf(opened)) : saved
  }

  private async saveOnce(opened: Opened): Promise<Outcome<null>> {
    this.cancel(opened, 'save')
    opened.edits.seal()
    this.setSave(opened, { kind: 'saving' })
    opened.firstUnsaved = undefined
    let mark = 0
    const started = performance.now()
    const saved = await saveOpenFile(this.environment, opened.file, () => {
      opened.edits.seal()
      mark = opened.journal.mark()
    })
    if (!saved.ok) {
      opened.firstUnsaved ??= this.environment.ports.nowMillis()
      this.setSave(opened, { kind: 'blocked', problem: saved.problem })
      this.later(opened, 'save', RETRY_AFTER, () => void this.save())
      return saved
    }
    opened.lastSaveMillis = performance.now() - started
    await opened.journal.clearUpTo(mark)
    if (this.isSettled(opened)) this.settled(opened)
    else this.setSave(opened, waitingState(costOf(opened.file, opened.lastSaveMillis)))
    return done(null)
  }

  /** Whether the file holds everything there is. */
  isSettled({ file, workspace, edits }: Opened): boolean {
    return file.savedChanges === workspace.store.changeCount() && edits.isEmpty() && !file.hasNewBlobs
  }

  /** What was merged in from the disk on the way is in the file as well. */
  private settled(opened: Opened): void {
    this.cancel(opened, 'save')
    opened.firstUnsaved = undefined
    this.setSave(opened, savedState(opened.file, this.environment.ports.nowMillis()))
  }

  /** The file holds what somebody else put there, and all of it is here: saves only if there is something that it has not. */
  private tookIn(opened: Opened): void {
    if (!this.isSettled(opened)) this.scheduleSave(opened)
    else if (opened.save.kind !== 'saved') this.settled(opened)
  }

  /** Saves although nothing was changed: the file is not what it was last known to be. */
  saveAgain(opened: Opened): Promise<Outcome<WorkspaceStatus>> {
    this.setSave(opened, { kind: 'waiting' })
    return this.save()
  }

  /** Saves and closes. What cannot be saved stays in the journal and comes back with the next opening. */
  async close(): Promise<void> {
    const { open } = this
    if (!open) return
    this.cancelAll(open)
    open.sync.close()
    await open.sync.idle()
    await this.save()
    await open.saver.idle()
    await open.journal.flush()
    await open.merges.list()
    this.cancelAll(open)
    this.open = undefined
    await open.journal.close()
    open.workspace.store.close()
    this.emit('workspace.status', null)
  }

  /** The open workspace as the window shows it. */
  statusOf(opened: Opened): WorkspaceStatus {
    const { file, workspace } = opened
    const briefs = workspace.store.cards('brief').filter((card) => !card.deleted)
    return {
      id: workspace.store.header.id,
      path: file.path,
      name: workspaceName(workspace),
      lang: workspaceLang(workspace),
      readOnly: file.readOnly,
      records: opened.search.size(),
      briefs: briefs.length,
      changes: workspace.store.changeCount(),
      save: opened.save,
      recovered: opened.recovered.changes,
      recoveredRecords: opened.recovered.records,
    }
  }

  /** The status of the open workspace, or null. */
  status(): WorkspaceStatus | null {
    return this.open ? this.statusOf(this.open) : null
  }

  /** Calls off the long task under way; whoever does it asks `isCalledOff` between its steps. */
  callOff(task: Events['task.progress']['task']): void {
    this.calledOff.add(task)
  }

  /** Whether a task was called off since it was last asked about. */
  isCalledOff(task: Events['task.progress']['task']): boolean {
    return this.calledOff.delete(task)
  }

  /** Tells the window how far a long task is. */
  report(task: Events['task.progress']['task'], doneSteps: number, total: number): void {
    this.emit('task.progress', { task, done: doneSteps, total })
  }

  private setSave(opened: Opened, state: SaveState): void {
    opened.save = state
    this.emit('save.state', state)
  }

  private buildIndex(opened: Opened): void {
    if (opened.search.isSettled()) {
      this.later(opened, 'keep-index', KEEP_INDEX_AFTER, () => void this.keepIndex(opened))
      return
    }
    this.later(opened, 'index', 0, () => {
      const before = opened.search.indexed()
      opened.search.buildSlice(INDEX_SLICE)
      if (before < 1) this.emit('index.progress', { indexed: opened.search.indexed() })
      this.buildIndex(opened)
    })
  }

  private keepIndex(opened: Opened): Promise<void> {
    return keepIndex(this.environment, opened.workspace.store.header.id, opened.search)
  }

  private later(
    opened: Opened,
    name: string,
    millis: number,
    act: () => void,
    rule: 'restart' | 'keep' = 'restart',
  ): void {
    if (rule === 'keep' && opened.timers.has(name)) return
    this.cancel(opened, name)
    const timer = setTimeout(() => {
      opened.timers.delete(name)
      act()
    }, millis)
    opened.timers.set(name, timer)
  }

  private cancelAll(opened: Opened): void {
    for (const name of [...opened.timers.keys()]) this.cancel(opened, name)
  }

  private cancel(opened: Opened, name: string): void {
    const timer = opened.timers.get(name)
    if (timer !== undefined) clearTimeout(timer)
    opened.timers.delete(name)
  }
}

/** What a workspace's commits are told through. */
type Link = Hooks & { opened: Opened | undefined }

/** Everything that belongs to the open workspace. */
export type Opened = {
  readonly file: OpenFile
  readonly workspace: OpenFile['workspace']
  readonly journal: Journal
  /** Whatever reads or writes the file itself does it one after the other. */
  readonly turns: Turns
  readonly saver: Saver<Outcome<null>>
  readonly sync: Sync
  readonly search: WorkspaceSearch
  readonly merges: MergeJournal
  readonly settling: Settling
  /** The plan of the merge that was last looked at and not yet done. */
  preview: MergePlan | undefined
  readonly edits: EditBuffer
  readonly timers: Map<string, NodeJS.Timeout>
  save: SaveState
  recovered: Recovered
  readonly journalWritten: (written: Outcome<null>) => void
  /** How long the last save took; 0 before the first. */
  lastSaveMillis: number
  /** When the oldest change that is not in the file was made; undefined where all are. */
  firstUnsaved: number | undefined
}
