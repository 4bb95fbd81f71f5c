import { useText } from '../i18n/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { closePanel } from './panels.ts'
import { WhoForm } from './WhoForm.tsx'

/** The name that goes into history, to be given or changed. What was written before keeps the name of then. */
export function WhoDialog() {
  const { t } = useText()
  return (
    <Dialog isOpen onClose={closePanel} title={t('app:yourName.who')}>
      <WhoForm onDone={closePanel} />
      <p className="who-help">{t('app:yourName.before')}</p>
    </Dialog>
  )
}
