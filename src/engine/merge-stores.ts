import type { Change } from '../core/history/change.ts'
import { planMerge } from '../core/merge/plan.ts'
import type { MergeReport } from '../core/model/view.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import type { Workspace } from './workspace.ts'

/**
 * Brings what other copies have into a workspace: the union of all their changes, whatever the order. A workspace with
 * another id is no copy, and is refused.
 *
 * @param path named in the refusal
 */
export function mergeStores(
  workspace: Workspace,
  copies: readonly Store[],
  { dryRun, path }: { readonly dryRun: boolean; readonly path: string },
): Outcome<MergeReport> {
  const ours = workspace.store
  if (copies.some((copy) => copy.header.id !== ours.header.id)) return refused({ code: 'workspace-foreign', path })
  const arriving = new Map<string, Change>()
  for (const copy of copies) {
    const missing = new Set(ours.missing(copy.changeIds()))
    if (missing.size === 0) continue
    for (const change of copy.changes()) if (missing.has(change.id)) arriving.set(change.id, change)
  }
  const theirs = (subject: string) => copies.flatMap((copy) => copy.changesOf(subject))
  const plan = planMerge([...arriving.values()], (subject) => ours.changesOf(subject), theirs)
  if (!dryRun) workspace.absorb(plan.changes, 'merge')
  return done(plan.report)
}
