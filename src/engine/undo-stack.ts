import type { Change } from '../core/history/change.ts'
import type { Subject } from '../core/history/settle.ts'
import type { WorkingSet } from './working-set.ts'

/** One thing a person did, as undo knows it: its changes and the subjects as they stood before. */
export type Deed = {
  readonly changes: readonly Change[]
  readonly before: ReadonlyMap<string, Subject | undefined>
  readonly part: symbol | undefined
  /** What the deed did beyond its changes, for whoever keeps account of that. */
  readonly mark: string | undefined
}

/** What undo is to know of a deed. */
export type DeedOptions = Partial<Pick<Deed, 'part' | 'mark'>>

/** How many deeds can be taken back. */
const DEPTH = 500
/** A deed of more changes than this (a large import) is not kept for undo: it would hold all its text in memory. */
const SIZE = 20_000

/** The deed that a working set will be once it is in the log. */
export function deedOf(work: WorkingSet, { part, mark }: DeedOptions = {}): Deed {
  const before = new Map(work.touched().map((id) => [id, work.before(id)]))
  return { changes: [...work.made()], before, part, mark }
}

/** What was done in this run and can be taken back, and what was taken back and can be done again. */
export class UndoStack {
  private undos: readonly Deed[] = []
  private redos: readonly Deed[] = []
  /** A deed that has grown too large to be taken back, while more of it may come. */
  private tooLarge: symbol | undefined

  get state(): { readonly canUndo: boolean; readonly canRedo: boolean } {
    return { canUndo: this.undos.length > 0, canRedo: this.redos.length > 0 }
  }

  /**
   * Takes note of what is about to be done.
   *
   * @param part working sets with the same one are one deed, as long as nothing else is done between them
   */
  remember(work: WorkingSet, options: DeedOptions): void {
    const { part } = options
    const last = part === undefined ? undefined : this.undos.at(-1)
    const begun = last?.part === part ? last : undefined
    this.redos = []
    if ((begun?.changes.length ?? 0) + work.made().length > SIZE) this.tooLarge = part
    if (work.made().length > SIZE || (part !== undefined && part === this.tooLarge)) {
      // Nobody expects that an undo passes over what was done last and takes back what came before it.
      this.undos = []
      return
    }
    const deed = deedOf(work, options)
    this.undos = begun ? [...this.undos.slice(0, -1), joined(begun, deed)] : [...this.undos, deed].slice(-DEPTH)
  }

  /** Takes the last deed off, to be undone or to be done again. */
  take(what: 'undo' | 'redo'): Deed | undefined {
    const deeds = what === 'undo' ? this.undos : this.redos
    if (what === 'undo') this.undos = deeds.slice(0, -1)
    else this.redos = deeds.slice(0, -1)
    return deeds.at(-1)
  }

  /** Puts the deed that took another one back where its opposite will find it. */
  put(what: 'undo' | 'redo', undone: Deed): void {
    if (what === 'undo') this.redos = [...this.redos, undone]
    else this.undos = [...this.undos, undone]
  }
}

function joined(begun: Deed, more: Deed): Deed {
  const before = new Map([...more.before, ...begun.before])
  return { ...begun, changes: [...begun.changes, ...more.changes], before }
}
