import './history.css'
import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { HistoryItem } from './HistoryItem.tsx'
import { useTimeline } from './use-timeline.ts'

type HistoryPanelProps = {
  readonly id: string
  readonly kind: string
  /** The version that is being looked at, by the change that made it. */
  readonly chosen: string | null
  readonly onChoose: (stamp: string) => void
}

/** Who wrote what and when, latest first, word by word; each line opens the version that it made. */
export function HistoryPanel({ id, kind, chosen, onChoose }: HistoryPanelProps) {
  const { t } = useText()
  const { entries, total, problem, more } = useTimeline(id)
  const end = useRef<HTMLDivElement>(null)
  const shown = entries?.length ?? 0
  const isWhole = shown >= total
  useEffect(() => {
    if (!end.current || isWhole) return undefined
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: '400px' })
    seen.observe(end.current)
    return () => seen.disconnect()
  }, [more, isWhole])

  if (problem) return <ProblemNote problem={problem} />
  if (!entries) return null
  return (
    <>
      <p className="history-help">{t('history:help', { count: total })}</p>
      <ol className="history">
        {entries.map((entry) => (
          <HistoryItem
            key={entry.id}
            kind={kind}
            entry={entry}
            isChosen={entry.id === chosen}
            onChoose={() => onChoose(entry.id)}
          />
        ))}
      </ol>
      {isWhole ? null : (
        <div ref={end}>
          <Button look="quiet" onPress={more}>
            {t('history:earlier', { count: total - shown })}
          </Button>
        </div>
      )}
    </>
  )
}
