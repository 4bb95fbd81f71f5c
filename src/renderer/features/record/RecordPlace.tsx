import '../../subject/desk.css'
import './record.css'
import { useMemo } from 'react'
import { useSession } from '../../app/session.ts'
import { useText } from '../../i18n/use-text.ts'
import { SubjectContext, useOpenSubject, useSubjectState } from '../../subject/use-open-subject.ts'
import { sourceLang } from '../../subject/versions.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Spinner } from '../../ui/Progress.tsx'
import { OpenRecord } from './OpenRecord.tsx'
import { useContentLang } from '../../subject/use-content-lang.ts'

/** Where one record is read and written: its text in the middle, its facts and history beside it. */
export function RecordPlace({ id }: { readonly id: string }) {
  const { t } = useText()
  const subject = useOpenSubject(id)
  const view = useSubjectState(subject, (state) => state.view)
  const problem = useSubjectState(subject, (state) => state.problem)
  const isLocked = useSession((state) => state.workspace?.readOnly ?? false)
  const [chosen, chooseLang] = useContentLang(id)
  const lang = chosen ?? (view ? sourceLang(view) : 'en')
  const isReadOnly = isLocked || (view?.deleted ?? false)
  const here = useMemo(() => ({ subject, lang, isReadOnly }), [subject, lang, isReadOnly])

  return (
    <main className="record-place">
      {problem ? <ProblemNote problem={problem} /> : null}
      {view ? (
        <SubjectContext value={here}>
          <OpenRecord view={view} isLocked={isLocked} onLang={chooseLang} />
        </SubjectContext>
      ) : null}
      {view || problem ? null : <Spinner label={t('record:opening')} />}
    </main>
  )
}
