import './export.css'
import { isLang, LANGS, type Lang } from '../../../core/model/lang.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PagePreview } from '../../ui/PagePreview.tsx'
import { Select } from '../../ui/Select.tsx'

type PreviewDialogProps = {
  readonly id: string
  readonly lang: Lang
  readonly version: number
  readonly onLang: (lang: Lang) => void
  readonly onExport: () => void
  readonly onClose: () => void
}

/** The brief as its readers will see it. */
export function PreviewDialog({ id, lang, version, onLang, onExport, onClose }: PreviewDialogProps) {
  const { t } = useText()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('brief:preview.title')}
      width="wide"
      actions={
        <>
          <Select
            label={t('brief:export.lang')}
            labelHidden
            options={LANGS.map((other) => ({ id: other, label: t(`kinds:choices.lang.${other}`) }))}
            value={lang}
            onChange={(next) => isLang(next) && onLang(next)}
          />
          <Button look="primary" onPress={onExport}>
            {t('brief:export.begin')}
          </Button>
        </>
      }
    >
      <div className="preview-sheet">
        <PagePreview brief={id} lang={lang} title={t('brief:preview.title')} version={version} />
      </div>
    </Dialog>
  )
}
