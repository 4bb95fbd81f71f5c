import { runsOf } from '../../core/history/runs.ts'
import { entriesOf } from '../../core/history/timeline.ts'
import { versionOf } from '../../core/history/version.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import type { Change } from '../../core/history/change.ts'
import { noteReversed } from '../merges/marks.ts'
import type { Opened, Session } from '../session.ts'
import type { Handlers } from './handlers.ts'

type Names = Extract<keyof Handlers, `history.${string}`>

/** What was done, how things stood then, and the ways back. */
export function historyHandlers(session: Session): Pick<Handlers, Names> {
  return {
    'history.timeline'({ id, before, limit }) {
      const current = session.current()
      if (!current.ok) return current
      const changes = logOf(current.value, id)
      if (!changes.ok) return changes
      const runs = runsOf(changes.value)
      const earlier = before === null ? runs : runs.filter(({ last }) => last.id < before)
      const page = earlier.slice(-limit)
      return done({ entries: entriesOf(changes.value, page).toReversed(), total: runs.length })
    },
    'history.version'({ id, stamp }) {
      const current = session.current()
      if (!current.ok) return current
      const changes = logOf(current.value, id)
      if (!changes.ok) return changes
      const version = versionOf(changes.value, stamp)
      return version ? done(version) : refused({ code: 'unknown-record', id })
    },
    'history.restore'({ id, stamp, keys }) {
      const current = session.writable()
      if (!current.ok) return current
      current.value.edits.seal(id)
      const restored = current.value.workspace.bringBack(id, stamp, keys)
      return restored.ok ? done({ changed: restored.value }) : restored
    },
    'history.undo': () => takeBack(session, 'undo'),
    'history.redo': () => takeBack(session, 'redo'),
  }
}

/** The whole log of a subject, with what is being typed. */
function logOf({ edits, workspace }: Opened, id: string): Outcome<readonly Change[]> {
  edits.seal(id)
  const changes = workspace.store.changesOf(id)
  return changes.length === 0 ? refused({ code: 'unknown-record', id }) : done(changes)
}

function takeBack(session: Session, what: 'undo' | 'redo') {
  const current = session.writable()
  if (!current.ok) return current
  const { edits, workspace } = current.value
  // An undo that deletes must have seen what was typed, or the typing would keep the record alive.
  edits.seal()
  const touched = workspace[what]()
  if (!touched.ok) return touched
  const { subject, field, mark } = touched.value
  if (mark !== undefined) void noteReversed(current.value, mark, what)
  return done({ subject, field, ...workspace.undoState })
}
