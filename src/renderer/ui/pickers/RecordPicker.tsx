import { useEffect, useState } from 'react'
import { type Card, titleOf } from '../../../core/model/card.ts'
import { RECORD_KINDS } from '../../../core/model/kinds.ts'
import { call } from '../../app/client.ts'
import { useText } from '../../i18n/use-text.ts'
import { PickerField } from './PickerField.tsx'
import type { PickerRow } from './picker-row.ts'

type RecordPickerProps = {
  readonly label: string
  readonly chosen: ReadonlySet<string>
  /** Adds a record; with the words it was looked for by, and how many these found. */
  readonly onAdd: (card: Card, search: { readonly query: string; readonly total: number }) => void
  readonly onRemove: (id: string) => void
}

const OFFERED = 20

/** Finds records by any word in them and adds them one after the other. */
export function RecordPicker({ label, chosen, onAdd, onRemove }: RecordPickerProps) {
  const { t, lang } = useText()
  const [typed, setTyped] = useState('')
  const [cards, setCards] = useState<readonly Card[]>([])
  const [total, setTotal] = useState(0)

  useEffect(() => {
    let isCurrent = true
    const query = typed.trim()
    const ask = {
      query,
      filters: { kind: [...RECORD_KINDS] },
      sort: query === '' ? ('modified' as const) : ('relevance' as const),
      descending: true,
      offset: 0,
      limit: OFFERED,
      lang,
    }
    void call('library.search', ask).then((outcome) => {
      if (!isCurrent || !outcome.ok) return
      setCards(outcome.value.hits.map((hit) => hit.card))
      setTotal(outcome.value.total)
    })
    return () => {
      isCurrent = false
    }
  }, [typed, lang])

  const rows = cards.map(
    (card): PickerRow => ({
      id: card.id,
      label: titleOf(card, lang) || t('pickers:record.untitled'),
      detail: t(`kinds:${card.kind}.name`),
      level: 1,
    }),
  )
  return (
    <PickerField
      label={label}
      placeholder={t('pickers:record.placeholder')}
      typed={typed}
      onType={setTyped}
      rows={rows}
      chosen={chosen}
      onPick={(id) => {
        const card = cards.find((other) => other.id === id)
        if (chosen.has(id)) onRemove(id)
        else if (card) onAdd(card, { query: typed.trim(), total })
      }}
      emptyText={t('pickers:record.none')}
    />
  )
}
