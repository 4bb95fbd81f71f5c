import { Ellipsis, Eye, FileOutput, Trash2 } from 'lucide-react'
import type { Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { useText } from '../../i18n/use-text.ts'
import { LanguageSwitch } from '../../subject/LanguageSwitch.tsx'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { textOf, versionState } from '../../subject/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'

type BriefBarProps = {
  readonly view: SubjectView
  readonly onLang: (lang: Lang) => void
  readonly onPreview: () => void
  readonly onExport: () => void
  readonly onDelete: () => void
}

/** Above the page: its language versions, a look at the printed page, and the way out as a file. */
export function BriefBar({ view, onLang, onPreview, onExport, onDelete }: BriefBarProps) {
  const { t } = useText()
  const { lang, isReadOnly } = useSubjectHere()
  return (
    <header className="desk-bar">
      <h1 className="desk-kind">
        {t('kinds:brief.name')}
        <span className="unseen"> {textOf(view, 'title', lang)}</span>
      </h1>
      <span className="desk-gap" />
      <LanguageSwitch lang={lang} onSwitch={onLang} stateOf={(other) => versionState(view, other)} />
      <Button icon={Eye} data-command="preview" onPress={onPreview}>
        {t('brief:preview.begin')}
      </Button>
      <Button look="primary" icon={FileOutput} data-command="export" onPress={onExport}>
        {t('brief:export.begin')}
      </Button>
      <Menu
        label={t('brief:actions')}
        entries={[{ id: 'delete', label: t('brief:delete'), icon: Trash2, isDisabled: isReadOnly }]}
        onAction={onDelete}
      >
        <IconButton icon={Ellipsis} label={t('brief:actions')} />
      </Menu>
    </header>
  )
}
