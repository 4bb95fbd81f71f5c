import { findField } from '../model/kinds.ts'
import { type Change, fieldKey } from './change.ts'
import { inOrder } from './settle.ts'
import { saysDeleted } from './steps.ts'

/** What one person did to one field in one sitting, however many changes it took; at least one, in stamp order. */
export type Run = { readonly first: Change; readonly last: Change; readonly changes: readonly Change[] }

/** Changes of one field closer together than this are one act to those who read. */
const SITTING_MS = 30 * 60_000
/** The app's own bookkeeping, which nobody reads. */
const UNREAD: ReadonlySet<string> = new Set(['imported', 'joined'])

/**
 * Everything that was done to a subject, oldest first: what somebody kept doing to one field in one sitting is one run.
 * A run ends where somebody else changes the same field, so that what it came to is its author's alone.
 */
export function runsOf(changes: readonly Change[]): readonly Run[] {
  const runs: Change[][] = []
  const latest = new Map<string, Change[]>()
  for (const change of inOrder(changes)) {
    if (UNREAD.has(change.field) || isBirth(change)) continue
    const key = fieldKey(change.field, change.locale)
    const open = latest.get(key)
    if (open && goesOn(open, change)) {
      open.push(change)
      continue
    }
    const begun = [change]
    runs.push(begun)
    latest.set(key, begun)
  }
  return runs
    .flatMap((run) => {
      const [first, last] = [run[0], run.at(-1)]
      return first && last ? [{ first, last, changes: run }] : []
    })
    .sort((a, b) => (a.last.id < b.last.id ? -1 : 1))
}

/** That a thing began to exist is told by everything else that is said of it. */
function isBirth({ field, value, replaces }: Change): boolean {
  return field === 'lifecycle' && replaces.length === 0 && !(value instanceof Uint8Array) && !saysDeleted(value)
}

function goesOn(run: readonly Change[], change: Change): boolean {
  const last = run.at(-1)
  if (!last || last.author !== change.author || last.field === 'lifecycle') return false
  return mannerOf(last) === mannerOf(change) && Math.abs(change.at - last.at) <= SITTING_MS
}

/** Elements of a set are put in and taken out in the same breath; everything else is told apart by what was done. */
function mannerOf({ kind, field, op }: Change): string {
  return findField(kind, field)?.type === 'set' && (op === 'add' || op === 'remove') ? 'elements' : op
}
