import './merge.css'
import { useEffect, useState } from 'react'
import type { Arrival } from '../../../core/merge/arrivals.ts'
import type { Outcome } from '../../../core/problem.ts'
import type { MergeLine } from '../../../ipc/merges.ts'
import { call } from '../../app/client.ts'
import { flushAll } from '../../app/flush.ts'
import { useSession } from '../../app/session.ts'
import { formatDate } from '../../i18n/format.ts'
import { fileName } from '../../i18n/problem-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { notify } from '../../ui/notices.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { ArrivalsView } from './ArrivalsView.tsx'
import { MergeOverview } from './MergeOverview.tsx'
import { useMerges } from './use-merges.ts'

/** The merges that were done on this computer, latest first: what each brought, and the way to take it back. */
export function MergesPlace() {
  const { t } = useText()
  const merges = useMerges()
  const [open, setOpen] = useState<string>()
  if (!merges) return null
  if (merges.length === 0) {
    return (
      <div className="merge">
        <EmptyState title={t('merge:none.title')}>{t('merge:none.words')}</EmptyState>
      </div>
    )
  }
  return (
    <div className="merge">
      <div className="merge-sheet merge-wide">
        <h2>{t('merge:journal')}</h2>
        <ol className="merge-journal">
          {merges.map((line) => (
            <li key={line.id}>
              <Head
                line={line}
                isOpen={open === line.id}
                onOpen={() => setOpen(open === line.id ? undefined : line.id)}
              />
              {open === line.id ? <Brought line={line} /> : null}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

type HeadProps = { readonly line: MergeLine; readonly isOpen: boolean; readonly onOpen: () => void }

function Head({ line, isOpen, onOpen }: HeadProps) {
  const { t, lang } = useText()
  const { at, how, by, report, open, undone } = line
  const people = by.map(({ author }) => author || t('record:someone')).join(', ')
  return (
    <button type="button" className="merge-entry" aria-expanded={isOpen} onClick={onOpen}>
      <span className="merge-entry-what">
        {people}
        <span className="merge-help"> · {t('merge:personChanges', { count: report.changes })}</span>
      </span>
      <span className="merge-entry-marks">
        {undone === null ? null : <Chip>{t('merge:undone')}</Chip>}
        {undone === null && open > 0 ? <Chip meaning="contested">{t('merge:openTexts', { count: open })}</Chip> : null}
      </span>
      <span className="merge-help">
        {formatDate(at, lang, 'day-and-time')} · {t(`merge:how.${how}`)}
      </span>
    </button>
  )
}

/** One merge as it was: the same view as before it was done. */
function Brought({ line }: { readonly line: MergeLine }) {
  const { t } = useText()
  const [arrivals, setArrivals] = useState<Outcome<readonly Arrival[]>>()
  const [busy, setBusy] = useState(false)
  const isReadOnly = useSession((state) => state.workspace?.readOnly ?? true)
  const { id, from, report, swallowed, by, undone } = line

  useEffect(() => {
    let isCurrent = true
    void call('merge.arrivals', { merge: id }).then((outcome) => {
      if (isCurrent) setArrivals(outcome)
    })
    return () => {
      isCurrent = false
    }
  }, [id])

  async function undo(): Promise<void> {
    setBusy(true)
    await flushAll()
    const outcome = await call('merge.undo', { merge: id })
    setBusy(false)
    if (!outcome.ok) notifyProblem(outcome.problem)
    else notify({ text: t('merge:undoneNow', { count: outcome.value.changes }), detail: t('merge:undoneHelp') })
  }

  return (
    <div className="merge-brought">
      <ul className="merge-files" aria-label={t('merge:files')}>
        {from.map((path) => (
          <li key={path} title={path}>
            {fileName(path)}
          </li>
        ))}
      </ul>
      <MergeOverview report={report} swallowed={swallowed} by={by} tense="did" />
      {undone === null && !isReadOnly ? (
        <div className="merge-actions">
          <Button isDisabled={busy} onPress={() => void undo()}>
            {t('merge:undo')}
          </Button>
          <p className="merge-help">{t('merge:undoHelp')}</p>
        </div>
      ) : null}
      {arrivals && !arrivals.ok ? <ProblemNote problem={arrivals.problem} /> : null}
      {arrivals?.ok ? <ArrivalsView arrivals={arrivals.value} merge={id} /> : null}
    </div>
  )
}
