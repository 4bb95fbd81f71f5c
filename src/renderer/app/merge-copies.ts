import { create } from 'zustand'
import type { Problem } from '../../core/problem.ts'
import type { MergePreview } from '../../ipc/merges.ts'
import { call } from './client.ts'
import { flushAll } from './flush.ts'
import { showMergeTab } from './merge-tab.ts'
import { usePlace } from './place.ts'
import { useSession } from './session.ts'
import { asTask } from './task.ts'

type MergeCopies = {
  /** The copies chosen, dropped, found or opened from outside. */
  readonly paths: readonly string[]
  /** What merging them would bring, or has brought. */
  readonly preview: MergePreview | null
  readonly problem: Problem | null
  readonly merged: boolean
  /** Copies are being compared or merged. */
  readonly busy: boolean
}

const NOTHING: MergeCopies = { paths: [], preview: null, problem: null, merged: false, busy: false }

/** The copies on the table of the merge place; they may arrive there from a drop anywhere on the window. */
export const useMergeCopies = create<MergeCopies>()(() => NOTHING)

/** Clears the table when another workspace is opened. */
export function connectMergeCopies(): void {
  useSession.subscribe(({ workspace }, before) => {
    if (workspace?.id !== before.workspace?.id) useMergeCopies.setState(NOTHING)
  })
}

/**
 * Puts copies on the table with what merging them would bring, and goes there; answers false where they are another
 * workspace and no copies.
 */
export async function offerCopies(paths: readonly string[]): Promise<boolean> {
  await flushAll()
  useMergeCopies.setState({ busy: true })
  const preview = await asTask('merge', () => call('merge.preview', { paths }))
  useMergeCopies.setState({ busy: false })
  if (!preview.ok && preview.problem.code === 'workspace-foreign') return false
  if (!preview.ok && preview.problem.code === 'cancelled') return true
  const found = preview.ok ? { preview: preview.value, problem: null } : { preview: null, problem: preview.problem }
  useMergeCopies.setState({ paths, merged: false, ...found })
  showMergeTab('copies')
  usePlace.getState().go({ kind: 'merge' })
  return true
}

/** Merges the copies on the table. */
export async function mergeCopies(): Promise<void> {
  const { paths } = useMergeCopies.getState()
  await flushAll()
  useMergeCopies.setState({ busy: true })
  const outcome = await asTask('merge', () => call('workspace.merge', { paths, dryRun: false }))
  const problem = outcome.ok || outcome.problem.code === 'cancelled' ? null : outcome.problem
  useMergeCopies.setState({ busy: false, merged: outcome.ok, problem })
}
