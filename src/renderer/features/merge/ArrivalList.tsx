import { useVirtualizer } from '@tanstack/react-virtual'
import { CirclePlus, GitFork, PenLine, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Arrival } from '../../../core/merge/arrivals.ts'
import { titleOf } from '../../../core/model/card.ts'
import { folded, formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { FATES, type FateFilter, inFate } from './fates.ts'

const LINE = 34
/** Fewer than this are found by looking. */
const WORTH_SEARCHING = 12

type ArrivalListProps = {
  readonly arrivals: readonly Arrival[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** What a merge brings, record by record: by what happens to it, by title, and one of them chosen. However many there are. */
export function ArrivalList({ arrivals, chosen, onChoose }: ArrivalListProps) {
  const { t, lang } = useText()
  const [fate, setFate] = useState<FateFilter>('all')
  const [sought, setSought] = useState('')
  const shown = useMemo(() => {
    const words = folded(sought.trim())
    return arrivals.filter(
      (arrival) => inFate(arrival, fate) && (words === '' || folded(titleOf(arrival, lang)).includes(words)),
    )
  }, [arrivals, fate, sought, lang])
  return (
    <div className="arrivals">
      <fieldset className="arrival-fates">
        <legend className="unseen">{t('merge:fates.label')}</legend>
        {FATES.map((entry) => {
          const count = arrivals.filter((arrival) => inFate(arrival, entry)).length
          if (count === 0 && entry !== 'all') return null
          return (
            <button
              key={entry}
              type="button"
              className="arrival-fate"
              aria-pressed={fate === entry}
              onClick={() => setFate(entry)}
            >
              {t(`merge:fates.${entry}`)} <span className="tabular">{formatNumber(count, lang)}</span>
            </button>
          )
        })}
      </fieldset>
      {arrivals.length > WORTH_SEARCHING ? (
        <SearchField
          label={t('merge:find')}
          clearLabel={t('app:search.clear')}
          placeholder={t('merge:find')}
          value={sought}
          onChange={setSought}
        />
      ) : null}
      <Lines arrivals={shown} chosen={chosen} onChoose={onChoose} />
    </div>
  )
}

function Lines({ arrivals, chosen, onChoose }: ArrivalListProps) {
  const { t } = useText()
  const list = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled, and nothing memoised takes it
  const virtual = useVirtualizer({
    count: arrivals.length,
    getScrollElement: () => list.current,
    estimateSize: () => LINE,
    overscan: 12,
  })
  const at = arrivals.findIndex(({ id }) => id === chosen)

  function press(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: arrivals.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = Math.min(arrivals.length - 1, Math.max(0, step))
    const arrival = arrivals[to]
    if (!arrival) return
    virtual.scrollToIndex(to, { align: 'auto' })
    onChoose(arrival.id)
  }

  return (
    <div
      ref={list}
      className="arrival-list"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select holds twenty thousand lines of this kind
      role="listbox"
      tabIndex={0}
      aria-label={t('merge:arrivals', { count: arrivals.length })}
      aria-activedescendant={at < 0 ? undefined : lineId(at)}
      onKeyDown={press}
    >
      <div className="arrival-lines" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const arrival = arrivals[index]
          if (!arrival) return null
          return (
            // Keys are the list's, which holds the focus for all of its lines.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={arrival.id}
              id={lineId(index)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of the list above
              role="option"
              tabIndex={-1}
              className={index === at ? 'arrival-row arrival-chosen' : 'arrival-row'}
              aria-selected={index === at}
              aria-setsize={arrivals.length}
              aria-posinset={index + 1}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => onChoose(arrival.id)}
            >
              <ArrivalLine arrival={arrival} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const ICONS = { new: CirclePlus, changed: PenLine, deleted: Trash2 } as const

function ArrivalLine({ arrival }: { readonly arrival: Arrival }) {
  const { t, lang } = useText()
  const Icon = ICONS[arrival.fate]
  const { kind, fate, contested } = arrival
  return (
    <>
      <Icon aria-hidden size={14} className={`arrival-icon arrival-${fate}`} />
      <span className="arrival-title">{titleOf(arrival, lang) || t('app:untitled')}</span>
      {contested > 0 ? (
        <GitFork aria-label={t('merge:fates.contested')} size={14} className="arrival-contested" />
      ) : null}
      <span className="arrival-kind">
        {t(`merge:fate.${fate}`)}
        <span className="unseen">, {t(`kinds:${kind}.name`, { defaultValue: kind })}</span>
      </span>
    </>
  )
}

function lineId(index: number): string {
  return `arrival-${index}`
}
