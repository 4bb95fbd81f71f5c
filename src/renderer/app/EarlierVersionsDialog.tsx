import { VersionList } from '../features/rescue/VersionList.tsx'
import { fileName } from '../i18n/problem-text.ts'
import { useText } from '../i18n/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { closePanel } from './panels.ts'
import { useSession } from './session.ts'

/** The earlier versions of the open workspace; one that is opened becomes a file of its own. */
export function EarlierVersionsDialog() {
  const { t } = useText()
  const path = useSession((state) => state.workspace?.path)
  if (path === undefined) return null
  return (
    <Dialog isOpen onClose={closePanel} title={t('rescue:panel.title', { file: fileName(path) })} width="wide">
      <p className="rescue-help">{t('rescue:panel.help')}</p>
      <VersionList path={path} onOpen={closePanel} />
    </Dialog>
  )
}
