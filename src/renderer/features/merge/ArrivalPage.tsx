import { useEffect, useId, useState } from 'react'
import type { FieldArrival } from '../../../core/merge/arrival-details.ts'
import { hasPage } from '../../../core/model/kinds.ts'
import type { Arrival } from '../../../core/merge/arrivals.ts'
import { titleOf } from '../../../core/model/card.ts'
import type { Outcome } from '../../../core/problem.ts'
import { call } from '../../app/client.ts'
import { usePlace } from '../../app/place.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Difference } from './Difference.tsx'

type ArrivalPageProps = {
  readonly arrival: Arrival
  /** The merge it came with; null where it has not come yet. */
  readonly merge: string | null
}

/** One record that a merge brings something for: field by field what was and what is, by whom and when. */
export function ArrivalPage({ arrival, merge }: ArrivalPageProps) {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  const title = useId()
  const [found, setFound] = useState<{ readonly id: string; readonly details: Outcome<readonly FieldArrival[]> }>()
  const { id, kind, fate } = arrival

  useEffect(() => {
    let isCurrent = true
    void call('merge.details', { merge, id }).then((details) => {
      if (isCurrent) setFound({ id, details })
    })
    return () => {
      isCurrent = false
    }
  }, [merge, id])

  const details = found?.id === id ? found.details : undefined
  const isRecord = hasPage(kind)
  return (
    // It scrolls by itself: those without a mouse must be able to stand in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="arrival-page" tabIndex={0} aria-labelledby={title} aria-busy={!details}>
      <h3 id={title}>{titleOf(arrival, lang) || t('app:untitled')}</h3>
      <p className="arrival-about">
        {t(`kinds:${kind}.name`, { defaultValue: kind })} · {t(`merge:fate.${fate}`)}
        {merge !== null && isRecord ? (
          <button
            type="button"
            className="link"
            onClick={() => go(kind === 'brief' ? { kind: 'brief', id } : { kind: 'record', id })}
          >
            {t('merge:open')}
          </button>
        ) : null}
      </p>
      {details && !details.ok ? <ProblemNote problem={details.problem} /> : null}
      {details?.ok
        ? details.value.map((field) => (
            <FieldPart key={`${field.field} ${field.locale}`} kind={kind} field={field} isNew={fate === 'new'} />
          ))
        : null}
    </section>
  )
}

type FieldPartProps = { readonly kind: string; readonly field: FieldArrival; readonly isNew: boolean }

function FieldPart({ kind, field, isNew }: FieldPartProps) {
  const { t, lang } = useText()
  const label = field.field === 'lifecycle' ? t('merge:lifecycle') : fieldLabel(t, field.field)
  return (
    <div className="arrival-field">
      <h4>
        {label}
        {field.locale ? <span className="arrival-lang">{t(`kinds:choices.lang.${field.locale}`)}</span> : null}
      </h4>
      <Difference kind={kind} field={field} isNew={isNew} />
      <p className="arrival-by">
        {field.by
          .map(({ author, at }) =>
            t('record:contested.by', {
              author: author || t('record:someone'),
              date: formatDate(at, lang, 'day-and-time'),
            }),
          )
          .join(' · ')}
      </p>
    </div>
  )
}
