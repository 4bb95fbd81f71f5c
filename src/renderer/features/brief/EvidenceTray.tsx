import { useMemo } from 'react'
import type { BriefCheck } from '../../../core/briefs/check.ts'
import { useText } from '../../i18n/use-text.ts'
import { NearbyPanel } from '../../subject/nearby/NearbyPanel.tsx'
import { useSubjectHere, useSubjectState } from '../../subject/use-open-subject.ts'
import { RecordPicker } from '../../ui/pickers/RecordPicker.tsx'
import { EvidenceCard } from './EvidenceCard.tsx'
import { referenceNumber } from './check-items.ts'
import { evidenceOrder } from './evidence-order.ts'
import { useSearchLog } from './use-search-log.ts'
import { useCards } from '../../subject/use-cards.ts'

type EvidenceTrayProps = {
  readonly check: BriefCheck | null
  readonly onCite: (record: string) => void
}

/** The records a brief rests on, numbered as they are cited; more are found and laid down here. */
export function EvidenceTray({ check, onCite }: EvidenceTrayProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const set = useSubjectState(subject, (state) => state.view?.sets['records'])
  const selected = useMemo(() => (set ?? []).map(({ key }) => key), [set])
  const shown = useMemo(() => evidenceOrder(selected, check), [selected, check])
  const cards = useCards(shown)
  const { noteChosen } = useSearchLog()
  return (
    <div className="brief-tray">
      <header className="brief-side-head">
        <h2 id="tray-title">{t('brief:tray.title')}</h2>
        {shown.length > 0 ? (
          <span className="brief-side-count tabular">{t('brief:tray.count', { count: shown.length })}</span>
        ) : null}
      </header>
      {isReadOnly ? null : (
        <RecordPicker
          label={t('brief:tray.add')}
          chosen={new Set(selected)}
          onAdd={(card, search) => {
            subject.take({ op: 'add', field: 'records', value: card.id })
            noteChosen(search, card.id)
          }}
          onRemove={(key) => subject.take({ op: 'remove', field: 'records', key })}
        />
      )}
      {shown.length === 0 ? <p className="brief-tray-empty">{t('brief:tray.empty')}</p> : null}
      <ol className="brief-tray-cards">
        {shown.map((record) => (
          <EvidenceCard
            key={record}
            record={record}
            card={cards.get(record)}
            number={referenceNumber(check, record)}
            isReadOnly={isReadOnly}
            onCite={() => onCite(record)}
            onRemove={
              selected.includes(record) ? () => subject.take({ op: 'remove', field: 'records', key: record }) : null
            }
          />
        ))}
      </ol>
      {isReadOnly ? null : <NearbyPanel />}
    </div>
  )
}
