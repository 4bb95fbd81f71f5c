import { ArrowUpRight, X } from 'lucide-react'
import { type Card, titleOf } from '../../../core/model/card.ts'
import { usePlace } from '../../app/place.ts'
import { CITED_RECORD_TYPE } from '../../editor/cite.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SdgMark } from '../../ui/SdgMark.tsx'
import { placeAndYears } from './card-words.ts'

type EvidenceCardProps = {
  readonly record: string
  /** Undefined for a record that is not in the workspace. */
  readonly card: Card | undefined
  readonly number: number | null
  readonly isReadOnly: boolean
  readonly onCite: () => void
  /** Null for a record that is cited without having been laid on the table. */
  readonly onRemove: (() => void) | null
}

/** One record on the table: press it, or drag it into the text, to cite it. */
export function EvidenceCard({ record, card, number, isReadOnly, onCite, onRemove }: EvidenceCardProps) {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  const title = card ? titleOf(card, lang) || t('pickers:record.untitled') : t('brief:tray.gone')
  return (
    <li className="brief-evidence" data-record={record}>
      <button
        type="button"
        className="brief-evidence-main"
        disabled={isReadOnly || !card}
        draggable={!isReadOnly && card !== undefined}
        title={`${title}\n${t('brief:tray.cite')}`}
        onDragStart={(event) => event.dataTransfer.setData(CITED_RECORD_TYPE, record)}
        onMouseDown={(event) => event.detail > 1 && event.preventDefault()}
        onClick={onCite}
      >
        <span
          className={number === null ? 'brief-evidence-number brief-evidence-waiting' : 'brief-evidence-number tabular'}
        >
          {number ?? '–'}
        </span>
        <span className="brief-evidence-words">
          <span className="brief-evidence-title">{title}</span>
          {card ? <CardLine card={card} /> : null}
          {number === null ? <span className="brief-evidence-uncited">{t('brief:tray.uncited')}</span> : null}
        </span>
      </button>
      <span className="brief-evidence-tools">
        {card ? (
          <IconButton
            icon={ArrowUpRight}
            label={t('brief:open', { title })}
            onPress={() => go({ kind: 'record', id: record })}
          />
        ) : null}
        {onRemove && !isReadOnly ? (
          <IconButton icon={X} label={t('pickers:remove', { name: title })} onPress={onRemove} />
        ) : null}
      </span>
    </li>
  )
}

/** Kind, place, years, principal goals and state of a record, as small as they can be read. */
export function CardLine({ card }: { readonly card: Card }) {
  const { t, lang } = useText()
  const where = placeAndYears(card, lang)
  return (
    <span className="brief-evidence-line">
      <span>{[t(`kinds:${card.kind}.name`), where].filter(Boolean).join('\u00a0· ')}</span>
      <span className="brief-evidence-marks">
        {card.sdgs
          .filter(({ strength }) => strength === 'principal')
          .map(({ code }) => (
            <SdgMark key={code} code={code} />
          ))}
        <Chip meaning={card.state === 'validated' ? 'safe' : 'plain'}>{t(`kinds:choices.state.${card.state}`)}</Chip>
        {card.illustrative ? <Chip meaning="look">{t('kinds:fields.illustrative.label')}</Chip> : null}
        {card.contested > 0 ? <Chip meaning="contested">{t('brief:tray.contested')}</Chip> : null}
      </span>
    </span>
  )
}
