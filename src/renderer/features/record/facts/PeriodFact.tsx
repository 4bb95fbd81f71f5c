import type { Period } from '../../../../core/model/elements.ts'
import { isJsonObject, type Json } from '../../../../core/model/json.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'
import { runsForward } from '../../../ui/pickers/partial-date.ts'
import { TypedDate } from '../../../ui/pickers/TypedDate.tsx'
import { Fact } from './Fact.tsx'

/** From when to when, as far as it is known: years, months or days. */
export function PeriodFact({ kind, field }: { readonly kind: string; readonly field: string }) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const value = useSubjectState(subject, (state) => state.view?.values[field]?.value)
  const draft = useSubjectState(subject, (state) => state.drafts[field]?.step)
  const { from, to } = periodOf(draft?.op === 'set' ? draft.value : value)

  function write(period: Period): void {
    const { from: start, to: end } = period
    const next = { ...(start ? { from: start } : {}), ...(end ? { to: end } : {}) }
    subject.type(field, { op: 'set', field, value: start || end ? next : null })
  }

  const isBackwards = from !== undefined && to !== undefined && !runsForward(from, to)
  return (
    <Fact kind={kind} field={field} {...(from || to ? {} : { help: t('kinds:fields.period.question') })}>
      <div className="fact-period">
        <TypedDate
          label={t('kinds:parts.period.from')}
          value={from ?? ''}
          isReadOnly={isReadOnly}
          onPeriod={write}
          onChange={(start) => write({ from: start, ...(to ? { to } : {}) })}
        />
        <TypedDate
          label={t('kinds:parts.period.to')}
          value={to ?? ''}
          isReadOnly={isReadOnly}
          onChange={(end) => write({ ...(from ? { from } : {}), to: end })}
        />
      </div>
      {isBackwards ? <p className="fact-look">{t('pickers:period.backwards')}</p> : null}
    </Fact>
  )
}

function periodOf(value: Json | undefined): Period {
  if (!isJsonObject(value)) return {}
  const { from, to } = value
  return { ...(typeof from === 'string' ? { from } : {}), ...(typeof to === 'string' ? { to } : {}) }
}
