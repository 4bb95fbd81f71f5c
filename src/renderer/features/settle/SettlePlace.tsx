import './settle.css'
import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { onCommand } from '../../app/command-bus.ts'
import { useSession } from '../../app/session.ts'
import { readToSettle, useToSettle } from '../../app/to-settle.ts'
import { useText } from '../../i18n/use-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Spinner } from '../../ui/Progress.tsx'
import { choicesFor } from './choices.ts'
import { SettleCard } from './SettleCard.tsx'
import { useQueue } from './use-queue.ts'

/** What people have left to decide, one thing at a time: each takes one key, and the next one follows. */
export function SettlePlace() {
  const { t } = useText()
  const list = useToSettle((state) => state.list)
  const isReadOnly = useSession((state) => state.workspace?.readOnly ?? true)
  const card = useRef<HTMLElement>(null)
  const { item, at, moves, settle, skip, takeBack } = useQueue(list?.items ?? [])
  const key = item?.key

  useEffect(() => void readToSettle(), [])
  useEffect(() => onCommand('undo', takeBack), [takeBack])
  useEffect(() => {
    // Only whoever has begun is led on: one may just be passing along the tabs.
    if (moves > 0) card.current?.focus({ preventScroll: key === undefined })
  }, [moves, key])

  if (!list) return <Spinner label={t('app:opening')} />
  if (!item) {
    return (
      <section ref={card} tabIndex={-1} className="settle-none">
        <EmptyState title={t('settle:none.title')}>{t('settle:none.words')}</EmptyState>
      </section>
    )
  }
  const choices = isReadOnly ? [] : choicesFor(item)

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isReadOnly) return
    const pressed = event.key.toLowerCase()
    const choice = choices.find(({ keys }) => keys.includes(pressed))
    if (!choice && pressed !== 's') return
    event.preventDefault()
    if (choice) void settle(choice)
    else skip()
  }

  return (
    <div className="settle">
      <p className="settle-count">
        <Check aria-hidden size={14} />
        {t('settle:place', { at: at + 1, total: list.total })}
      </p>
      <SettleCard
        ref={card}
        item={item}
        choices={choices}
        onChoose={(choice) => void settle(choice)}
        onSkip={list.items.length > 1 ? skip : undefined}
        onKeyDown={press}
      />
    </div>
  )
}
