import { create } from 'zustand'
import { remember, remembered } from './remembered.ts'

const KEY = 'merge-tab'

/** The tabs of the place where copies come together, in their order. */
export const MERGE_TABS = ['copies', 'settle', 'merges', 'people'] as const

/** One of them. */
export type MergeTab = (typeof MERGE_TABS)[number]

/** Which tab of the place is open; the same after a restart. */
export const useMergeTab = create<{ readonly tab: MergeTab }>()(() => ({ tab: tabCalled(remembered(KEY)) }))

/** Opens a tab, also before one goes to the place. */
export function showMergeTab(tab: string): void {
  const wanted = tabCalled(tab)
  remember(KEY, wanted)
  useMergeTab.setState({ tab: wanted })
}

function tabCalled(name: string | null): MergeTab {
  return MERGE_TABS.find((tab) => tab === name) ?? 'copies'
}
