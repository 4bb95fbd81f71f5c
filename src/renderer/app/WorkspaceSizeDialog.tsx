import './workspace-size.css'
import { formatBytes, formatNumber } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Meter } from '../ui/Meter.tsx'
import { ProblemNote } from '../ui/ProblemNote.tsx'
import { Spinner } from '../ui/Progress.tsx'
import { runCommand } from './commands.ts'
import { closePanel } from './panels.ts'
import { isLarge, useSizes } from './workspace-size.ts'

/** How large the workspace is, of what, how much room is left, and what to do before it gets uncomfortable. */
export function WorkspaceSizeDialog() {
  const { t, lang } = useText()
  const { sizes, problem } = useSizes()
  const lightCopy = () => {
    closePanel()
    runCommand('save-light-copy')
  }
  return (
    <Dialog
      isOpen
      onClose={closePanel}
      title={t('app:size.title')}
      actions={
        <>
          <Button onPress={lightCopy}>{t('app:size.lightCopy')}</Button>
          <Button look="primary" onPress={closePanel}>
            {t('app:done')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemNote problem={problem} /> : null}
      {sizes ? (
        <>
          <dl className="size-parts">
            <dt>{t('app:size.records')}</dt>
            <dd>{formatBytes(sizes.imageBytes, lang)}</dd>
            <dt>
              {t('app:size.attachments', { count: sizes.attachments, number: formatNumber(sizes.attachments, lang) })}
            </dt>
            <dd>{formatBytes(sizes.attachmentBytes, lang)}</dd>
          </dl>
          <Meter label={t('app:size.used')} share={sizes.limitShare} isHigh={isLarge(sizes)} />
          <p className="size-help">
            {t('app:size.limits', {
              image: formatBytes(sizes.limits.image, lang),
              file: formatBytes(sizes.limits.file, lang),
            })}
          </p>
          {isLarge(sizes) ? <p>{t('app:size.advice')}</p> : null}
        </>
      ) : null}
      {sizes || problem ? null : <Spinner label={t('app:size.looking')} />}
    </Dialog>
  )
}
