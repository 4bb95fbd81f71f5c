import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type Card, titleOf } from '../../../core/model/card.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, listen } from '../../app/client.ts'
import { runCommand } from '../../app/commands.ts'
import { usePlace } from '../../app/place.ts'
import { useSession } from '../../app/session.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

/** Every brief of the workspace, the latest worked on first. */
export function BriefList() {
  const { t } = useText()
  const { briefs, problem } = useBriefs()
  const isReadOnly = useSession((state) => state.workspace?.readOnly ?? false)
  const begin = isReadOnly ? null : (
    <Button look="primary" icon={Plus} onPress={() => runCommand('new-brief')}>
      {t('kinds:brief.new')}
    </Button>
  )
  if (problem) return <ProblemNote problem={problem} />
  if (briefs?.length === 0) {
    return (
      <EmptyState title={t('brief:list.none')} action={begin}>
        {t('brief:list.how')}
      </EmptyState>
    )
  }
  return (
    <div className="brief-list">
      <header className="brief-list-head">
        <h1 className="brief-list-title">{t('kinds:brief.plural')}</h1>
        {begin}
      </header>
      <ul>
        {briefs?.map((brief) => (
          <BriefLine key={brief.id} brief={brief} />
        ))}
      </ul>
    </div>
  )
}

function BriefLine({ brief }: { readonly brief: Card }) {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  return (
    <li>
      <button type="button" className="brief-line" onClick={() => go({ kind: 'brief', id: brief.id })}>
        <span className="brief-line-title">{titleOf(brief, lang) || t('pickers:record.untitled')}</span>
        <span className="brief-line-langs">{brief.languages.map((other) => other.toUpperCase()).join(' ')}</span>
        <span className="brief-line-date">{formatDate(brief.modifiedAt, lang)}</span>
      </button>
    </li>
  )
}

function useBriefs(): { readonly briefs: readonly Card[] | null; readonly problem: Problem | null } {
  const [briefs, setBriefs] = useState<readonly Card[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isCurrent = true
    async function read(): Promise<void> {
      const outcome = await call('briefs.list', {})
      if (!isCurrent) return
      if (outcome.ok) setBriefs([...outcome.value].sort((a, b) => b.modifiedAt - a.modifiedAt))
      setProblem(outcome.ok ? null : outcome.problem)
    }
    const mute = listen('subjects.changed', () => void read())
    void read()
    return () => {
      isCurrent = false
      mute()
    }
  }, [])
  return { briefs, problem }
}
