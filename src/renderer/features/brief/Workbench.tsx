import { useMemo } from 'react'
import { useSession } from '../../app/session.ts'
import { useText } from '../../i18n/use-text.ts'
import { SubjectContext, useOpenSubject, useSubjectState } from '../../subject/use-open-subject.ts'
import { useContentLang } from '../../subject/use-content-lang.ts'
import { sourceLang } from '../../subject/versions.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Spinner } from '../../ui/Progress.tsx'
import { OpenBrief } from './OpenBrief.tsx'

/** One brief on the workbench: its evidence, its page, and what to look at before it goes out. */
export function Workbench({ id }: { readonly id: string }) {
  const { t } = useText()
  const subject = useOpenSubject(id)
  const view = useSubjectState(subject, (state) => state.view)
  const problem = useSubjectState(subject, (state) => state.problem)
  const isLocked = useSession((state) => state.workspace?.readOnly ?? false)
  const [chosen, chooseLang] = useContentLang(id)
  const lang = chosen ?? (view ? sourceLang(view) : 'en')
  const isReadOnly = isLocked || (view?.deleted ?? false)
  const here = useMemo(() => ({ subject, lang, isReadOnly }), [subject, lang, isReadOnly])

  if (problem) return <ProblemNote problem={problem} />
  if (!view) return <Spinner label={t('record:opening')} />
  return (
    <SubjectContext value={here}>
      <OpenBrief view={view} isLocked={isLocked} onLang={chooseLang} />
    </SubjectContext>
  )
}
