import { useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { HistoryLine } from '../../../core/model/view.ts'
import { call, listen } from '../../app/client.ts'
import { formatDate } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { groupHistory, type HistoryEntry } from './history-groups.ts'

/** Who wrote what and when, latest first. */
export function HistoryPanel({ id }: { readonly id: string }) {
  const [lines, setLines] = useState<readonly HistoryLine[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)

  useEffect(() => {
    let isCurrent = true
    async function read(): Promise<void> {
      const outcome = await call('records.history', { id })
      if (!isCurrent) return
      if (outcome.ok) setLines(outcome.value)
      setProblem(outcome.ok ? null : outcome.problem)
    }
    const mute = listen('subjects.changed', ({ ids }) => {
      if (ids.includes(id)) void read()
    })
    void read()
    return () => {
      isCurrent = false
      mute()
    }
  }, [id])

  if (problem) return <ProblemNote problem={problem} />
  return (
    <ol className="record-acts">
      {groupHistory(lines).map((entry) => (
        <HistoryItem key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

function HistoryItem({ entry }: { readonly entry: HistoryEntry }) {
  const { t, lang } = useText()
  return (
    <li className="record-act">
      <p className="record-act-what">{historyWords(t, entry)}</p>
      {entry.summary ? (
        <p className="record-act-text" lang={entry.locale || undefined}>
          {entry.summary}
        </p>
      ) : null}
      <p className="record-act-who">
        <span>{entry.author || t('record:someone')}</span>
        <time dateTime={isoOf(entry.at)}>{formatDate(entry.at, lang, 'day-and-time')}</time>
      </p>
    </li>
  )
}

/** One line of history as a few words: what was done to which field, in which language. */
function historyWords(t: Text, { field, locale, op }: HistoryEntry): string {
  const name = fieldLabel(t, field)
  const label = locale ? t('record:history.inLang', { field: name, lang: t(`kinds:choices.lang.${locale}`) }) : name
  return t(`record:history.${op === 'set' || op === 'add' || op === 'remove' || op === 'edit' ? op : 'other'}`, {
    field: label,
  })
}

function isoOf(at: number): string | undefined {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : undefined
}
