import type { Change } from '../core/history/change.ts'
import { type MergePlan, planInSteps } from '../core/merge/plan.ts'
import type { MergeReport } from '../core/model/view.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import type { Merged, Workspace } from './workspace.ts'

/** Another copy of a workspace, open for reading. */
export type OtherCopy = { readonly store: Store; readonly path: string }

/** Whether to say only what a merge would bring; and whether somebody asked for it, or it came in by itself. */
export type MergeOptions = { readonly dryRun: boolean; readonly how?: Merged['how'] }

/**
 * Brings what other copies have into a workspace: the union of all their changes, whatever the order. A workspace with
 * another id is no copy, and is refused.
 *
 * @param others the copies, with their paths for a refusal to name
 */
export function mergeStores(
  workspace: Workspace,
  others: readonly OtherCopy[],
  options: MergeOptions,
): Outcome<MergeReport> {
  const steps = mergeInSteps(workspace, others, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value.ok ? done(step.value.value.report) : step.value
  }
}

/** The same, giving way while it plans, after each subject with how many are done and how many there are. What is left half-way has changed nothing. */
export function* mergeInSteps(
  workspace: Workspace,
  others: readonly OtherCopy[],
  { dryRun, how = 'asked' }: MergeOptions,
): Generator<readonly [done: number, total: number], Outcome<MergePlan>, void> {
  const ours = workspace.store
  const stranger = others.find(({ store }) => store.header.id !== ours.header.id)
  if (stranger) return refused({ code: 'workspace-foreign', path: stranger.path })
  const copies = others.map(({ store }) => store)
  const arriving = new Map<string, Change>()
  for (const copy of copies) {
    for (const change of copy.changesNamed(ours.missing(copy.changeIds()))) arriving.set(change.id, change)
  }
  const theirs = copies.map((copy) => (subject: string) => copy.changesOf(subject))
  const plan = yield* planInSteps([...arriving.values()], (subject) => ours.changesOf(subject), theirs)
  if (!dryRun) workspace.merge({ ...plan, how, from: others.map(({ path }) => path) })
  return done(plan)
}
