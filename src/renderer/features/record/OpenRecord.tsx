import { useCallback, useRef, useState } from 'react'
import type { Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { useText } from '../../i18n/use-text.ts'
import { deleteSubject } from '../../subject/delete-subject.ts'
import { HistoryPanel } from '../../subject/history/HistoryPanel.tsx'
import { VersionPage } from '../../subject/history/VersionPage.tsx'
import { useFocusOnNew } from '../../subject/use-focus-on-new.ts'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { textOf } from '../../subject/versions.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { CiteDialog } from './CiteDialog.tsx'
import { FactsPanel } from './facts/FactsPanel.tsx'
import { RecordBar } from './RecordBar.tsx'
import { RecordText } from './RecordText.tsx'
import { openSide, showTab, useSidePanel } from './side-panel.ts'
import { useRecordKeys } from './use-record-keys.ts'

type OpenRecordProps = {
  readonly view: SubjectView
  readonly isLocked: boolean
  readonly onLang: (lang: Lang) => void
}

/** A record on the desk. Its kind's declaration says what stands in the text and what beside it. */
export function OpenRecord({ view, isLocked, onLang }: OpenRecordProps) {
  const { t } = useText()
  const { lang, isReadOnly } = useSubjectHere()
  const { isOpen, tab } = useSidePanel()
  const [isCiting, setCiting] = useState(false)
  const [version, setVersion] = useState<string | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLElement>(null)
  const show = useCallback(() => openSide(true), [])
  useRecordKeys({ text, side, openSide: show })
  useFocusOnNew(text, textOf(view, 'title', lang) === '' && !isReadOnly)

  return (
    <>
      <RecordBar
        view={view}
        onLang={onLang}
        isSideOpen={isOpen}
        onSide={() => openSide(!isOpen)}
        onCite={() => setCiting(true)}
        onDelete={() => void deleteSubject(view.id, 'record')}
      />
      <div className="desk">
        <div ref={text} className="desk-text">
          {version === null ? (
            <RecordText view={view} isLocked={isLocked} />
          ) : (
            <VersionPage id={view.id} stamp={version} isLocked={isLocked} onClose={() => setVersion(null)} />
          )}
        </div>
        {isOpen ? (
          <aside ref={side} className="record-side" aria-label={t('record:side.label')}>
            <Tabs
              label={t('record:side.label')}
              selected={tab}
              onSelect={showTab}
              tabs={[
                { id: 'facts', label: t('record:side.facts'), panel: <FactsPanel kind={view.kind} /> },
                {
                  id: 'history',
                  label: t('record:side.history'),
                  panel: <HistoryPanel id={view.id} kind={view.kind} chosen={version} onChoose={setVersion} />,
                },
              ]}
            />
          </aside>
        ) : null}
      </div>
      {isCiting ? <CiteDialog record={view.id} lang={lang} onClose={() => setCiting(false)} /> : null}
    </>
  )
}
