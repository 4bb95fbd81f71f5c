import { useEffect, useState } from 'react'
import { type Card, titleOf } from '../../../core/model/card.ts'
import type { MergeReport } from '../../../core/model/view.ts'
import { call } from '../../app/client.ts'
import { usePlace } from '../../app/place.ts'
import { useText } from '../../i18n/use-text.ts'

/** What a merge brings or has brought: how much is new, what stands contested, which text was swallowed. */
export function ReportView({ report, merged }: { readonly report: MergeReport; readonly merged: boolean }) {
  const { t } = useText()
  const { records, contested, swallowed, changes, unchanged } = report
  const titles = useTitles([...contested, ...swallowed].map(({ id }) => id))
  if (unchanged) return <p>{t('merge:unchanged')}</p>
  const counts = [
    { label: t('merge:count.new'), value: records.new },
    { label: t('merge:count.changed'), value: records.changed },
    { label: t('merge:count.deleted'), value: records.deleted },
    { label: t('merge:count.contested'), value: contested.length },
    { label: t('merge:count.swallowed'), value: swallowed.length },
  ]
  return (
    <>
      <p>{t(merged ? 'merge:brought' : 'merge:wouldBring', { count: changes })}</p>
      <dl className="merge-counts">
        {counts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {contested.length > 0 ? (
        <section>
          <h3>{t('merge:contested.title')}</h3>
          <p className="merge-help">{t('merge:contested.help')}</p>
          <ul className="merge-list">
            {contested.map(({ id, field, locale }) => (
              <Line key={`${id} ${field} ${locale}`} id={id} title={titles.get(id)} field={field} canGo={merged} />
            ))}
          </ul>
        </section>
      ) : null}
      {swallowed.length > 0 ? (
        <section>
          <h3>{t('merge:swallowed.title')}</h3>
          <p className="merge-help">{t('merge:swallowed.help')}</p>
          <ul className="merge-list">
            {swallowed.map(({ id, field, locale, text }) => (
              <Line
                key={`${id} ${field} ${locale} ${text}`}
                id={id}
                title={titles.get(id)}
                field={field}
                canGo={merged}
              >
                {text}
              </Line>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

type LineProps = {
  readonly id: string
  readonly title: string | undefined
  readonly field: string
  /** Before the merge the record may not be here yet. */
  readonly canGo: boolean
  readonly children?: string
}

function Line({ id, title, field, canGo, children }: LineProps) {
  const { t } = useText()
  const go = usePlace((state) => state.go)
  const name = title ?? t('app:untitled')
  return (
    <li>
      {canGo ? (
        <button type="button" className="link" onClick={() => go({ kind: 'record', id })}>
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      <span className="merge-field">{t(`kinds:fields.${field}.label`)}</span>
      {children ? <blockquote>{children}</blockquote> : null}
    </li>
  )
}

/** The titles of records by their id, as far as they are in the open workspace. */
function useTitles(ids: readonly string[]): ReadonlyMap<string, string> {
  const { lang } = useText()
  const [cards, setCards] = useState<readonly Card[]>([])
  const wanted = [...new Set(ids)].sort().join(' ')
  useEffect(() => {
    if (wanted === '') return
    void call('records.cards', { ids: wanted.split(' ') }).then((outcome) => {
      if (outcome.ok) setCards(outcome.value)
    })
  }, [wanted])
  return new Map(
    cards.map((card) => [card.id, titleOf(card, lang)]).filter(([, title]) => title !== '') as [string, string][],
  )
}
