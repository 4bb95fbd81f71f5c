import './panels.css'
import { useState } from 'react'
import { RECORD_KINDS } from '../../core/model/kinds.ts'
import { isLang, LANGS, type Lang } from '../../core/model/lang.ts'
import { useText } from '../i18n/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { takeFocus } from '../ui/take-focus.ts'
import { closePanel } from './panels.ts'
import { begin, newRecordLang } from './workspace.ts'

/** Asks what kind of record to begin, and in which language it will be written; Enter takes the first. */
export function NewRecordDialog() {
  const { t } = useText()
  const [lang, setLang] = useState<Lang>(newRecordLang)
  return (
    <Dialog isOpen onClose={closePanel} title={t('app:newRecord.title')}>
      <ul className="kind-choices">
        {RECORD_KINDS.map((kind, index) => (
          <li key={kind}>
            <button
              type="button"
              className="kind-choice"
              {...(index === 0 ? { ref: takeFocus } : {})}
              onClick={() => {
                closePanel()
                void begin(kind, lang)
              }}
            >
              <span className="kind-name">{t(`kinds:${kind}.name`)}</span>
              <span className="kind-about">{t(`kinds:${kind}.about`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Select
        label={t('app:newRecord.lang')}
        options={LANGS.map((id) => ({ id, label: t(`kinds:choices.lang.${id}`) }))}
        value={lang}
        onChange={(id) => {
          if (isLang(id)) setLang(id)
        }}
      />
    </Dialog>
  )
}
