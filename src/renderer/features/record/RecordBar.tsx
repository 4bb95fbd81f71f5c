import { BookMarked, Ellipsis, GitFork, PanelRightClose, PanelRightOpen, Trash2 } from 'lucide-react'
import { STATES } from '../../../core/model/kinds.ts'
import { LANGS, type Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { useText } from '../../i18n/use-text.ts'
import { contestedPlaces } from '../../subject/contested.ts'
import { LanguageSwitch } from '../../subject/LanguageSwitch.tsx'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { textOf, versionState } from '../../subject/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ChoiceField } from './facts/PlainFacts.tsx'

type RecordBarProps = {
  readonly view: SubjectView
  readonly onLang: (lang: Lang) => void
  readonly isSideOpen: boolean
  readonly onSide: () => void
  readonly onCite: () => void
  readonly onDelete: () => void
}

/** Above the text: what it is, how far it has come, its languages, and what can be done with it. */
export function RecordBar({ view, onLang, isSideOpen, onSide, onCite, onDelete }: RecordBarProps) {
  const { t } = useText()
  const { lang, isReadOnly } = useSubjectHere()
  const contested = contestedPlaces(view)

  function goToContested(): void {
    const other = LANGS.find((code) => contested[0]?.key.endsWith(`:${code}`))
    if (other && other !== lang) onLang(other)
    // Another language version has to appear first.
    requestAnimationFrame(() => requestAnimationFrame(showContested))
  }

  const actions: Readonly<Record<string, () => void>> = { cite: onCite, delete: onDelete }
  return (
    <header className="desk-bar">
      <h1 className="desk-kind">
        {t(`kinds:${view.kind}.name`)}
        <span className="unseen"> {textOf(view, 'title', lang)}</span>
      </h1>
      <ChoiceField field="state" choices={STATES} quiet />
      {view.values['illustrative']?.value === true ? (
        <Chip meaning="look">{t('kinds:fields.illustrative.label')}</Chip>
      ) : null}
      {contested.length > 0 ? (
        <Button look="quiet" icon={GitFork} onPress={goToContested}>
          <span className="record-contested">{t('record:contested.count', { count: contested.length })}</span>
        </Button>
      ) : null}
      <span className="desk-gap" />
      <LanguageSwitch lang={lang} onSwitch={onLang} stateOf={(other) => versionState(view, other)} />
      <Menu
        label={t('record:actions.label')}
        entries={[
          { id: 'cite', label: t('record:actions.cite'), icon: BookMarked, isDisabled: isReadOnly },
          { id: 'delete', label: t('record:actions.delete'), icon: Trash2, isDisabled: isReadOnly },
        ]}
        onAction={(id) => actions[id]?.()}
      >
        <IconButton icon={Ellipsis} label={t('record:actions.label')} />
      </Menu>
      <IconButton
        icon={isSideOpen ? PanelRightClose : PanelRightOpen}
        label={t(isSideOpen ? 'record:side.hide' : 'record:side.show')}
        keys="F6"
        aria-expanded={isSideOpen}
        onPress={onSide}
      />
    </header>
  )
}

function showContested(): void {
  const note = document.querySelector('.contested')
  note?.scrollIntoView({ block: 'center' })
  note?.querySelector('button')?.focus()
}
