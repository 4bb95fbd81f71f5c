import { create } from 'zustand'

/** What can lie over the open place. */
export type Panel =
  | 'new-record'
  | 'new-workspace'
  | 'palette'
  | 'shortcuts'
  | 'preferences'
  | 'who'
  | 'earlier-versions'
  | 'workspace-size'

type Panels = { readonly open: Panel | null }

/** The panel that lies over the open place, if any; one at a time. */
export const usePanels = create<Panels>()(() => ({ open: null }))

/** Opens a panel, in the place of any other. */
export function openPanel(panel: Panel): void {
  usePanels.setState({ open: panel })
}

/** Closes whatever panel is open. */
export function closePanel(): void {
  usePanels.setState({ open: null })
}
