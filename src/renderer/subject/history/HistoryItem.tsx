import { memo } from 'react'
import type { HistoryEntry } from '../../../core/history/timeline.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { AuthorName } from '../AuthorName.tsx'
import { actWords } from './entry-words.ts'
import { RunResult } from './RunResult.tsx'

type HistoryItemProps = {
  readonly kind: string
  readonly entry: HistoryEntry
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One line of history: what, what came of it, who and when; its heading opens the version. */
export const HistoryItem = memo(function HistoryItem({ kind, entry, isChosen, onChoose }: HistoryItemProps) {
  const { t, lang } = useText()
  const when = formatDate(entry.at, lang, 'day-and-time')
  return (
    <li className={isChosen ? 'history-entry history-chosen' : 'history-entry'} data-field={entry.field}>
      <button
        type="button"
        className="history-open"
        aria-pressed={isChosen}
        title={t('history:open')}
        onClick={onChoose}
      >
        {actWords(t, entry)}
      </button>
      <RunResult kind={kind} entry={entry} />
      <p className="history-who">
        <AuthorName author={entry.author} />
        <time dateTime={isoOf(entry.at)}>{when}</time>
      </p>
    </li>
  )
})

function isoOf(at: number): string | undefined {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : undefined
}
