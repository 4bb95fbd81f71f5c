import { useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { HistoryLine } from '../../../core/model/view.ts'
import { call, listen } from '../../app/client.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { groupHistory, type HistoryEntry } from './history-groups.ts'
import { actWords, resultWords } from './history-words.ts'

/** Who wrote what and when, latest first. */
export function HistoryPanel({ id, kind }: { readonly id: string; readonly kind: string }) {
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
        <HistoryItem key={entry.id} kind={kind} entry={entry} />
      ))}
    </ol>
  )
}

function HistoryItem({ kind, entry }: { readonly kind: string; readonly entry: HistoryEntry }) {
  const { t, lang } = useText()
  const result = resultWords(t, lang, kind, entry)
  return (
    <li className="record-act">
      <p className="record-act-what">{actWords(t, entry)}</p>
      {result ? (
        <p className="record-act-text" lang={entry.locale || undefined}>
          {result}
        </p>
      ) : null}
      <p className="record-act-who">
        <span>{entry.author || t('record:someone')}</span>
        <time dateTime={isoOf(entry.at)}>{formatDate(entry.at, lang, 'day-and-time')}</time>
      </p>
    </li>
  )
}

function isoOf(at: number): string | undefined {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : undefined
}
