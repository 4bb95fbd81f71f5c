import type { Change } from '../core/history/change.ts'
import { planMerge } from '../core/merge/plan.ts'
import type { MergeReport } from '../core/model/view.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import type { Merged, Workspace } from './workspace.ts'

/** Another copy of a workspace, open for reading. */
export type OtherCopy = { readonly store: Store; readonly path: string }

/**
 * Brings what other copies have into a workspace: the union of all their changes, whatever the order. A workspace with
 * another id is no copy, and is refused.
 *
 * @param others the copies, with their paths for a refusal to name
 */
export function mergeStores(
  workspace: Workspace,
  others: readonly OtherCopy[],
  { dryRun, how = 'asked' }: { readonly dryRun: boolean; readonly how?: Merged['how'] },
): Outcome<MergeReport> {
  const ours = workspace.store
  const stranger = others.find(({ store }) => store.header.id !== ours.header.id)
  if (stranger) return refused({ code: 'workspace-foreign', path: stranger.path })
  const copies = others.map(({ store }) => store)
  const arriving = new Map<string, Change>()
  for (const copy of copies) {
    for (const change of copy.changesNamed(ours.missing(copy.changeIds()))) arriving.set(change.id, change)
  }
  const theirs = copies.map((copy) => (subject: string) => copy.changesOf(subject))
  const plan = planMerge([...arriving.values()], (subject) => ours.changesOf(subject), theirs)
  if (!dryRun) workspace.merge({ ...plan, how, from: others.map(({ path }) => path) })
  return done(plan.report)
}
