import { create } from 'zustand'
import { remember, remembered } from '../../app/remembered.ts'

const KEY = 'side'

/** What stands beside a record's text. */
export type SideTab = 'facts' | 'history'

type SidePanel = { readonly isOpen: boolean; readonly tab: SideTab }

/** Whether the panel beside the text is open and what it shows; the same for every record, and after a restart. */
export const useSidePanel = create<SidePanel>()(() => ({
  isOpen: remembered(KEY) !== 'closed',
  tab: 'facts',
}))

/** Opens or closes the panel. */
export function openSide(isOpen: boolean): void {
  remember(KEY, isOpen ? 'open' : 'closed')
  useSidePanel.setState({ isOpen })
}

/** Shows the facts or the history. */
export function showTab(tab: string): void {
  useSidePanel.setState({ tab: tab === 'history' ? 'history' : 'facts' })
}
