import { type RefObject, useMemo } from 'react'
import type { BriefCheck } from '../../../core/briefs/check.ts'
import { findKind } from '../../../core/model/kinds.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { EditorToolbar } from '../../editor/EditorToolbar.tsx'
import { useText } from '../../i18n/use-text.ts'
import { restoreSubject } from '../../subject/delete-subject.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { PlainText } from '../../subject/PlainText.tsx'
import { RichField } from '../../subject/RichField.tsx'
import { useSubjectHere, useSubjectState } from '../../subject/use-open-subject.ts'
import { Button } from '../../ui/Button.tsx'
import { CitationCard } from './CitationCard.tsx'
import { useCitations } from './use-citations.ts'

type BriefPageProps = {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly view: SubjectView
  readonly check: BriefCheck | null
  readonly isLocked: boolean
}

/** The page of a brief as it is written: title, audience, question, then its sections with their citations. */
export function BriefPage({ ref, view, check, isLocked }: BriefPageProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const set = useSubjectState(subject, (state) => state.view?.sets['records'])
  const selected = useMemo(() => (set ?? []).map(({ key }) => key), [set])
  const fields = useMemo(() => findKind(view.kind)?.fields ?? [], [view.kind])
  const citations = useCitations(check, selected)
  return (
    <div ref={ref} className="desk-text">
      {isReadOnly ? null : <EditorToolbar />}
      <article className="desk-page">
        {isLocked ? <p className="desk-notice">{t('record:readOnly')}</p> : null}
        {view.deleted ? (
          <div className="desk-notice">
            <span>{t('brief:deletedHere')}</span>
            {isLocked ? null : (
              <Button onPress={() => void restoreSubject(view.id)}>{t('record:deleted.restore')}</Button>
            )}
          </div>
        ) : null}
        {fields
          .filter(({ place }) => place === 'heading')
          .map((field) => (
            <PlainText key={field.id} kind={view.kind} field={field} look={field.id === 'title' ? 'title' : 'text'} />
          ))}
        {fields
          .filter(({ place }) => place === 'section')
          .map((field) => (
            <section key={field.id} className="part" data-part={field.id}>
              <h2 className="part-heading">{fieldLabel(t, field.id)}</h2>
              <RichField id={view.id} kind={view.kind} field={field} citations={citations} />
            </section>
          ))}
      </article>
      <CitationCard page={ref} />
    </div>
  )
}
