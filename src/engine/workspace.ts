import type { Change } from '../core/history/change.ts'
import type { Clock } from '../core/history/clock.ts'
import { newId } from '../core/history/ids.ts'
import { restoring } from '../core/history/restore.ts'
import { deletionOf, settle, type Subject } from '../core/history/settle.ts'
import { fromStamp } from '../core/history/stamp.ts'
import { type Acting, ACTIVE, changesFor, makeChange } from '../core/history/steps.ts'
import { undoing } from '../core/history/undo.ts'
import { viewOf } from '../core/history/view.ts'
import { findField } from '../core/model/kinds.ts'
import type { MergePlan } from '../core/merge/plan.ts'
import { undoingMerge } from '../core/merge/undo-merge.ts'
import type { Lang } from '../core/model/lang.ts'
import { cleanLine } from '../core/model/text.ts'
import type { FieldStep, SubjectView } from '../core/model/view.ts'
import type { Ports } from '../core/ports.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import { type Deed, type DeedOptions, deedOf, UndoStack } from './undo-stack.ts'
import { authorOf, createWorkingSet, type WorkingSet } from './working-set.ts'

/** Where a commit came from, for those who show or save it. */
export type Origin = 'step' | 'undo' | 'merge' | 'import'

/** What was just added to the log. */
export type Commit = {
  readonly changes: readonly Change[]
  readonly touched: readonly string[]
  readonly origin: Origin
}

/** A merge that has just taken place: what it brought, from which files, and whether somebody asked for it. */
export type Merged = MergePlan & { readonly how: 'asked' | 'arrived'; readonly from: readonly string[] }

/** A merge as undo needs it: the ids of its changes, and of the records and briefs that it began. */
export type MergeToRemember = { readonly changes: readonly string[]; readonly created: readonly string[] }

/** What an undo or redo touched first, and the mark of the deed. */
export type Reversed = Pick<Change, 'subject' | 'field'> & Pick<Deed, 'mark'>

/** Whether a commit can be taken back, and what undo is to know of it. */
export type CommitOptions = DeedOptions & { readonly undoable?: boolean }

/** What a workspace is opened with. */
export type WorkspaceOptions = {
  readonly store: Store
  readonly clock: Clock
  readonly ports: Ports
  readonly author: () => string
  /** Called before the store changes, so that the journal is never behind it. */
  readonly onCommit: (commit: Commit) => void
  /** Called after the store has changed. */
  readonly onCommitted: (commit: Commit) => void
  /** Called after a merge that brought something. */
  readonly onMerged: (merged: Merged) => void
}

/** The id of the one subject that is the workspace itself. */
export const WORKSPACE_SUBJECT = 'workspace'

/** Longest author's name that goes into the log. */
const AUTHOR_LIMIT = 200

/** An open workspace: reads subjects, and turns what a person does into changes. Knows no file and no window. */
export class Workspace {
  readonly store: Store
  readonly ports: Ports
  readonly clock: Clock
  private readonly options: WorkspaceOptions
  private readonly deeds = new UndoStack()
  /** What undo has put back: the change that had a value first, and the one that has it now. */
  private readonly revived = new Map<string, string>()
  private latest: Origin | undefined

  constructor(options: WorkspaceOptions) {
    this.options = options
    this.store = options.store
    this.ports = options.ports
    this.clock = options.clock
  }

  /** Who acts, now. */
  acting(): Acting {
    const author = cleanLine(this.options.author()).trim().slice(0, AUTHOR_LIMIT)
    return { clock: this.clock, author, at: this.ports.nowMillis() }
  }

  /** A subject as it stands, or undefined where the workspace has none by that id. */
  subject(id: string): Subject | undefined {
    const changes = this.store.changesOf(id)
    return changes.length === 0 ? undefined : settle(changes)
  }

  /** A subject with everything a form needs. */
  view(id: string): Outcome<SubjectView> {
    const changes = this.store.changesOf(id)
    if (changes.length === 0) return refused({ code: 'unknown-record', id })
    return done(viewOf(settle(changes), authorOf(changes)))
  }

  /** Makes a record, brief or theme, with its first values, as one deed. */
  create(kind: string, lang: Lang, steps: readonly FieldStep[] = [], id = newId(this.ports)): Outcome<string> {
    const work = this.work()
    const made = this.createIn(work, { id, kind, lang, steps })
    if (!made.ok) return made
    this.commit(work, 'step')
    return done(id)
  }

  /** The same inside a working set. */
  createIn(
    work: WorkingSet,
    wanted: { readonly id: string; readonly kind: string; readonly lang: Lang; readonly steps: readonly FieldStep[] },
  ): Outcome<string> {
    const acting = this.acting()
    const target = { id: wanted.id, kind: wanted.kind, subject: work.subject(wanted.id) }
    const first: FieldStep[] = [
      { op: 'set', field: 'lifecycle', value: ACTIVE },
      { op: 'set', field: 'lang', value: wanted.lang },
    ]
    const known = first.filter((step) => findField(wanted.kind, step.field))
    const changes = changesFor(target, [...known, ...wanted.steps], acting)
    if (!changes.ok) return changes
    work.add(changes.value)
    return done(wanted.id)
  }

  /** Takes steps on one subject: all of them or none. Returns how many changes they made. */
  change(id: string, steps: readonly FieldStep[]): Outcome<number> {
    return this.changeMany([id], steps)
  }

  /** The same steps on many subjects, as one deed. */
  changeMany(ids: readonly string[], steps: readonly FieldStep[]): Outcome<number> {
    const work = this.work()
    for (const id of ids) {
      const changed = this.changeIn(work, id, steps)
      if (!changed.ok) return changed
    }
    this.commit(work, 'step')
    return done(work.made().length)
  }

  /** The same inside a working set. */
  changeIn(work: WorkingSet, id: string, steps: readonly FieldStep[]): Outcome<number> {
    const subject = work.subject(id)
    if (!subject) return refused({ code: 'unknown-record', id })
    const changes = changesFor({ id, kind: subject.kind, subject }, steps, this.acting())
    if (!changes.ok) return changes
    work.add(changes.value)
    return done(changes.value.length)
  }

  /** Deletes subjects: they leave every list, their history stays, and `restore` brings them back. */
  remove(ids: readonly string[]): Outcome<number> {
    return this.inOneDeed(ids, (work, id) => this.removeIn(work, id))
  }

  /** The same inside a working set. */
  removeIn(work: WorkingSet, id: string): Outcome<number> {
    const subject = work.subject(id)
    if (!subject) return refused({ code: 'unknown-record', id })
    if (subject.deleted) return done(0)
    const replaces = (subject.values.get('lifecycle')?.open ?? []).map((open) => open.id)
    const value = deletionOf(work.changesOf(id))
    work.add([makeChange(subject, { field: 'lifecycle', locale: '', op: 'set', value, replaces }, this.acting())])
    return done(1)
  }

  /** Brings deleted subjects back. */
  restore(ids: readonly string[]): Outcome<number> {
    return this.inOneDeed(ids, (work, id) =>
      this.changeIn(work, id, [{ op: 'set', field: 'lifecycle', value: ACTIVE }]),
    )
  }

  /** Makes a subject show again what it showed with one of its changes, in some places or in all; as one deed. */
  bringBack(id: string, stamp: string, keys?: readonly string[]): Outcome<number> {
    const work = this.work()
    const changes = work.changesOf(id)
    if (!changes.some((change) => change.id <= stamp)) return refused({ code: 'unknown-record', id })
    work.add(restoring([...changes], stamp, keys, this.acting()))
    this.commit(work, 'step')
    return done(work.made().length)
  }

  private inOneDeed(ids: readonly string[], act: (work: WorkingSet, id: string) => Outcome<number>): Outcome<number> {
    const work = this.work()
    let touched = 0
    for (const id of ids) {
      const acted = act(work, id)
      if (!acted.ok) return acted
      touched += acted.value
    }
    this.commit(work, 'step')
    return done(touched)
  }

  /** The workspace as a SQLite image. After a merge it has the bytes that everybody arrives at who merges the same copies. */
  image({ light = false }: { readonly light?: boolean } = {}): Uint8Array {
    return this.store.toImage({ canonical: this.isCanonical(), light })
  }

  /** The same, with turns for others in between. What `beforeLast` writes is in it, and nothing that comes later. */
  *imageInSteps(beforeLast: () => void): Generator<undefined, Uint8Array> {
    // What everybody arrives at who merges is made in one piece: no copy in steps is of use for it.
    if (this.isCanonical()) {
      beforeLast()
      return this.image()
    }
    const plain = yield* this.store.toImageInSteps(beforeLast)
    return this.isCanonical() ? this.image() : plain
  }

  /** Whether the next image is the one that others arrive at too. */
  private isCanonical(): boolean {
    return this.latest === 'merge'
  }

  /** Another copy was met: the next image is one that others arrive at too who met it, even if it brought nothing. */
  met(): void {
    this.latest = 'merge'
  }

  /** Starts a list of changes that happens as a whole or not at all. */
  work(): WorkingSet {
    return createWorkingSet(this.store)
  }

  /** Puts a working set into the log. Steps and imports can be undone; merges are undone by their own means. */
  commit(work: WorkingSet, origin: Origin, { undoable = true, ...options }: CommitOptions = {}): void {
    const changes = work.made()
    if (changes.length === 0) return
    if (undoable) this.deeds.remember(work, options)
    this.put(work, origin)
  }

  /** Adds changes that were made elsewhere: by a colleague, or before a crash. */
  absorb(changes: readonly Change[], origin: Origin): void {
    const work = this.work()
    work.add(changes)
    for (const change of changes) this.clock.observe(change.id)
    if (changes.length > 0) this.put(work, origin)
  }

  /** Takes in what a merge brings. */
  merge(merged: Merged): void {
    this.absorb(merged.changes, 'merge')
    if (merged.changes.length > 0) this.options.onMerged(merged)
  }

  private put(work: WorkingSet, origin: Origin): void {
    const commit = { changes: work.made(), touched: work.touched(), origin }
    this.options.onCommit(commit)
    this.store.append(commit.changes, work.projections())
    this.latest = origin
    this.options.onCommitted(commit)
  }

  /** Whether there is something to take back, and to do again. */
  get undoState(): { readonly canUndo: boolean; readonly canRedo: boolean } {
    return this.deeds.state
  }

  /** Takes back the last deed of this run; returns the subject it touched first. */
  undo(): Outcome<Reversed> {
    return this.reverse('undo')
  }

  /** Does again what was last taken back. */
  redo(): Outcome<Reversed> {
    return this.reverse('redo')
  }

  private reverse(what: 'undo' | 'redo'): Outcome<Reversed> {
    const deed = this.deeds.take(what)
    if (!deed) return refused({ code: what === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' })
    const undone = this.takeBack(deed)
    if (undone) this.deeds.put(what, undone)
    const { subject = '', field = '' } = deed.changes[0] ?? {}
    return done({ subject, field, mark: deed.mark })
  }

  private takeBack(deed: Deed): Deed | undefined {
    const ids = [...deed.before.keys()]
    const now = new Map(ids.flatMap((id) => ((subject) => (subject ? [[id, subject] as const] : []))(this.subject(id))))
    const changesOf = (id: string) => this.store.changesOf(id)
    const current = (change: string) => this.current(change)
    const acting = this.acting()
    const isOwn = (change: string) => fromStamp(change)?.actor === acting.clock.actor
    const view = { before: deed.before, now, changesOf, current, isOwn }
    const { changes, revived } = undoing(deed.changes, view, acting)
    if (changes.length === 0) return undefined
    this.keepNames(revived)
    const work = this.work()
    work.add(changes)
    const undone = deedOf(work, deed)
    this.put(work, 'undo')
    return undone
  }

  /**
   * Takes back all that a merge brought, where nobody has worked on it since: as one deed, which can be undone itself.
   * Returns how many changes that took.
   */
  undoMerge(merge: MergeToRemember, mark: string): number {
    const { changes, revived } = undoingMerge(
      {
        changes: this.store.changesNamed(merge.changes),
        created: new Set(merge.created),
        changesOf: (id) => this.store.changesOf(id),
        current: (change) => this.current(change),
      },
      this.acting(),
    )
    this.keepNames(revived)
    const work = this.work()
    work.add(changes)
    this.commit(work, 'undo', { mark })
    return changes.length
  }

  private keepNames(revived: ReadonlyMap<string, string>): void {
    for (const [first, now] of revived) this.revived.set(first, now)
  }

  private current(change: string): string {
    let name = change
    for (let next = this.revived.get(name); next !== undefined; next = this.revived.get(name)) name = next
    return name
  }
}
