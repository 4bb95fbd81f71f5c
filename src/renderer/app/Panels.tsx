import { NewWorkspaceForm } from '../features/welcome/NewWorkspaceForm.tsx'
import { useText } from '../i18n/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { EarlierVersionsDialog } from './EarlierVersionsDialog.tsx'
import { NewRecordDialog } from './NewRecordDialog.tsx'
import { Palette } from './Palette.tsx'
import { closePanel, usePanels } from './panels.ts'
import { PreferencesDialog } from './PreferencesDialog.tsx'
import { ShortcutsSheet } from './ShortcutsSheet.tsx'
import { WhoDialog } from './WhoDialog.tsx'
import { WorkspaceSizeDialog } from './WorkspaceSizeDialog.tsx'

/** Whatever lies over the open place. */
export function Panels() {
  const { t } = useText()
  const open = usePanels((state) => state.open)
  if (open === 'new-record') return <NewRecordDialog />
  if (open === 'palette') return <Palette />
  if (open === 'shortcuts') return <ShortcutsSheet />
  if (open === 'preferences') return <PreferencesDialog />
  if (open === 'who') return <WhoDialog />
  if (open === 'earlier-versions') return <EarlierVersionsDialog />
  if (open === 'workspace-size') return <WorkspaceSizeDialog />
  if (open === 'new-workspace') {
    return (
      <Dialog isOpen onClose={closePanel} title={t('app:newWorkspace.title')}>
        <NewWorkspaceForm onDone={closePanel} />
      </Dialog>
    )
  }
  return null
}
