import { create } from 'zustand'
import type { MergeReport } from '../../core/model/view.ts'
import type { Problem } from '../../core/problem.ts'

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
