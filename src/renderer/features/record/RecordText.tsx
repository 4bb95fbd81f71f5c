import { findKind } from '../../../core/model/kinds.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { EditorToolbar } from '../../editor/EditorToolbar.tsx'
import { useText } from '../../i18n/use-text.ts'
import { ContestedNote } from '../../subject/ContestedNote.tsx'
import { restoreSubject } from '../../subject/delete-subject.ts'
import { PlainText } from '../../subject/PlainText.tsx'
import { TranslationBar } from '../../subject/TranslationBar.tsx'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { TranslationsContext, useTranslations } from '../../subject/use-translations.ts'
import { sourceLang } from '../../subject/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from './Section.tsx'

/** The text of a record: its title and summary, and the sections of its kind. */
export function RecordText({ view, isLocked }: { readonly view: SubjectView; readonly isLocked: boolean }) {
  const { t } = useText()
  const { lang, isReadOnly } = useSubjectHere()
  const translations = useTranslations(view.id, lang, sourceLang(view))
  const fields = findKind(view.kind)?.fields ?? []
  return (
    <TranslationsContext value={translations}>
      {isReadOnly ? null : <EditorToolbar />}
      <article className="desk-page">
        {isLocked ? <p className="desk-notice">{t('record:readOnly')}</p> : null}
        {view.deleted ? <Deleted id={view.id} isLocked={isLocked} /> : null}
        <TranslationBar lang={lang} translations={translations} />
        <ContestedState view={view} />
        {fields
          .filter(({ place }) => place === 'heading')
          .map((field) => (
            <PlainText key={field.id} kind={view.kind} field={field} look={field.id === 'title' ? 'title' : 'text'} />
          ))}
        {fields
          .filter(({ place }) => place === 'section')
          .map((field) => (
            <Section key={field.id} id={view.id} kind={view.kind} field={field} />
          ))}
      </article>
    </TranslationsContext>
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
