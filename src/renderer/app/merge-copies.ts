import { create } from 'zustand'
import type { MergeReport } from '../../core/model/view.ts'
import type { Problem } from '../../core/problem.ts'
import { call } from './client.ts'
import { flushAll } from './flush.ts'
import { showMergeTab } from './merge-tab.ts'
import { usePlace } from './place.ts'

type MergeCopies = {
  /** The copies chosen, dropped or opened from outside. */
  readonly paths: readonly string[]
  /** What merging them would bring, or has brought. */
  readonly report: MergeReport | null
  readonly problem: Problem | null
  readonly merged: boolean
}

/** The copies on the table of the merge place; they may arrive there from a drop anywhere on the window. */
export const useMergeCopies = create<MergeCopies>()(() => ({ paths: [], report: null, problem: null, merged: false }))

/**
 * Puts copies on the table with what merging them would bring, and goes there; answers false where they are another
 * workspace and no copies.
 */
export async function offerCopies(paths: readonly string[]): Promise<boolean> {
  await flushAll()
  const preview = await call('workspace.merge', { paths, dryRun: true })
  if (!preview.ok && preview.problem.code === 'workspace-foreign') return false
  const found = preview.ok ? { report: preview.value, problem: null } : { report: null, problem: preview.problem }
  useMergeCopies.setState({ paths, merged: false, ...found })
  showMergeTab('copies')
  usePlace.getState().go({ kind: 'merge' })
  return true
}
