import type { Change } from '../core/history/change.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store, WorkspaceHeader } from '../core/store.ts'
import { damaged, headerProblem } from './gate.ts'
import { salvageAsItIs } from './salvage.ts'
import type { SqlJs } from './sql-js.ts'
import { sqlStore } from './sql-store.ts'
import { createDatabase } from './store.ts'
import { forgetProjectionVersionInTransaction } from './workspace-header.ts'

/** The log of a later version's workspace, as far as this version knows what a change is. */
export type NewerLog = {
  readonly header: WorkspaceHeader
  readonly changes: readonly Change[]
  /** Whether that is all of each change: a later version may have given them columns that we could not carry on. */
  readonly isWhole: boolean
}

/** Reads the log of a workspace of a later version, whose other tables we know nothing of. All of it, or a refusal. */
export function readNewerLog(SQL: SqlJs, image: Uint8Array, path: string): Outcome<NewerLog> {
  const refusal = headerProblem(image, path)
  if (refusal && refusal.code !== 'workspace-too-new') return refused(refusal)
  const { found, hasOtherColumns } = salvageAsItIs(SQL, image)
  const { header, changes, unreadable, complete } = found
  if (!header || !complete || unreadable > 0) return refused(damaged(path, 'content'))
  return done({ header, changes, isWhole: !hasOtherColumns })
}

/**
 * Such a log in a store of our own, to look at, without projections. It must never be saved over the file, which may
 * hold more.
 */
export function storeOfNewerLog(SQL: SqlJs, { header, changes }: NewerLog): Store {
  const connection = createDatabase(SQL, header)
  connection.transaction(() => forgetProjectionVersionInTransaction(connection))
  const store = sqlStore(SQL, connection, header)
  store.append(changes, [])
  return store
}
