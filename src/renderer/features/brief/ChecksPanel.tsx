import { CircleCheck } from 'lucide-react'
import type { BriefCheck } from '../../../core/briefs/check.ts'
import type { Card } from '../../../core/model/card.ts'
import { useText } from '../../i18n/use-text.ts'
import { CheckLine, type CheckActions } from './CheckLine.tsx'
import { checkItems } from './check-items.ts'

type ChecksPanelProps = CheckActions & {
  readonly check: BriefCheck | null
  readonly cards: ReadonlyMap<string, Card>
}

/** What to look at before the brief goes out, each with the thing to do about it. */
export function ChecksPanel({ check, cards, ...actions }: ChecksPanelProps) {
  const { t } = useText()
  const items = check ? checkItems(check) : []
  return (
    <div className="brief-checks">
      {items.length > 0 ? (
        <p className="brief-side-count tabular">{t('brief:checks.count', { count: items.length })}</p>
      ) : null}
      {check && items.length === 0 && check.cited.length > 0 ? (
        <p className="brief-checks-clear">
          <CircleCheck aria-hidden size={16} />
          {t('brief:checks.clear')}
        </p>
      ) : null}
      {check?.cited.length === 0 ? <p className="brief-tray-empty">{t('brief:checks.nothingCited')}</p> : null}
      <ul aria-live="polite" aria-relevant="additions">
        {items.map((item) => (
          <CheckLine key={JSON.stringify(item)} item={item} check={check} cards={cards} {...actions} />
        ))}
      </ul>
    </div>
  )
}
