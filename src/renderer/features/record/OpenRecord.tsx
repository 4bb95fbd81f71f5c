import { useCallback, useRef, useState } from 'react'
import { findKind } from '../../../core/model/kinds.ts'
import type { Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { EditorToolbar } from '../../editor/EditorToolbar.tsx'
import { useText } from '../../i18n/use-text.ts'
import { ContestedNote } from '../../subject/ContestedNote.tsx'
import { deleteSubject, restoreSubject } from '../../subject/delete-subject.ts'
import { PlainText } from '../../subject/PlainText.tsx'
import { useFocusOnNew } from '../../subject/use-focus-on-new.ts'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { textOf } from '../../subject/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { CiteDialog } from './CiteDialog.tsx'
import { FactsPanel } from './facts/FactsPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { RecordBar } from './RecordBar.tsx'
import { Section } from './Section.tsx'
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
  const text = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLElement>(null)
  const show = useCallback(() => openSide(true), [])
  useRecordKeys({ text, side, openSide: show })
  const fields = findKind(view.kind)?.fields ?? []
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
          {isReadOnly ? null : <EditorToolbar />}
          <article className="desk-page">
            {isLocked ? <p className="desk-notice">{t('record:readOnly')}</p> : null}
            {view.deleted ? <Deleted id={view.id} isLocked={isLocked} /> : null}
            <ContestedState view={view} />
            {fields
              .filter(({ place }) => place === 'heading')
              .map((field) => (
                <PlainText
                  key={field.id}
                  kind={view.kind}
                  field={field}
                  look={field.id === 'title' ? 'title' : 'text'}
                />
              ))}
            {fields
              .filter(({ place }) => place === 'section')
              .map((field) => (
                <Section key={field.id} id={view.id} kind={view.kind} field={field} />
              ))}
          </article>
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
                  panel: <HistoryPanel id={view.id} kind={view.kind} />,
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

/** The state stands in the bar, which has no room for two opinions. */
function ContestedState({ view }: { readonly view: SubjectView }) {
  const { subject, isReadOnly } = useSubjectHere()
  const state = view.values['state']
  if (!state?.contested) return null
  return (
    <ContestedNote
      kind={view.kind}
      field="state"
      value={state}
      isReadOnly={isReadOnly}
      onChoose={(chosen) => subject.choose('state', '', chosen)}
    />
  )
}

function Deleted({ id, isLocked }: { readonly id: string; readonly isLocked: boolean }) {
  const { t } = useText()
  return (
    <div className="desk-notice">
      <span>{t('record:deleted.here')}</span>
      {isLocked ? null : <Button onPress={() => void restoreSubject(id)}>{t('record:deleted.restore')}</Button>}
    </div>
  )
}
