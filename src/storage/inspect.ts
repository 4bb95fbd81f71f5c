import { done, type Outcome, type Problem, refused } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import { imageProblem } from './gate.ts'
import { type NewerLog, readNewerLog, storeOfNewerLog } from './newer.ts'
import type { SqlJs } from './sql-js.ts'
import { openCheckedStore } from './store.ts'

/** What an image turned out to be: one of ours, right to its last row, or one of a later version, as far as we know it. */
export type Inspected =
  | { readonly kind: 'ours' }
  | { readonly kind: 'newer'; readonly log: NewerLog; readonly problem: Problem }

/**
 * Looks at a stranger's bytes as thoroughly as can be, or says what is wrong with them. What it answers is plain data, so
 * that it can be done in a thread of its own: SQLite cannot be interrupted, but a thread can be ended.
 *
 * @param path only to name the file in a problem
 */
export function inspectImage(SQL: SqlJs, image: Uint8Array, path: string): Outcome<Inspected> {
  const refusal = imageProblem(SQL, image, path)
  if (!refusal) return done({ kind: 'ours' })
  if (refusal.code !== 'workspace-too-new') return refused(refusal)
  const log = readNewerLog(SQL, image, path)
  return log.ok ? done({ kind: 'newer', log: log.value, problem: refusal }) : log
}

/** Opens an image that `inspectImage` has let through. Checks nothing again. */
export function openInspected(SQL: SqlJs, image: Uint8Array, inspected: Inspected): Store {
  return inspected.kind === 'ours' ? openCheckedStore(SQL, image) : storeOfNewerLog(SQL, inspected.log)
}
