import type { Arrival, Arriving } from '../../../core/merge/arrivals.ts'
import type { MergeReport } from '../../../core/model/view.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

type MergeOverviewProps = {
  readonly report: Pick<MergeReport, 'records' | 'contested' | 'changes'>
  readonly swallowed: number
  readonly by: readonly Arriving[]
  readonly tense: 'would' | 'did'
}

/** A merge at a glance: how much, from whom and from when, and what stays to be settled. */
export function MergeOverview({ report, swallowed, by, tense }: MergeOverviewProps) {
  const { t } = useText()
  const { records, contested, changes } = report
  const counts = [
    { label: t('merge:count.new'), value: records.new },
    { label: t('merge:count.changed'), value: records.changed },
    { label: t('merge:count.deleted'), value: records.deleted },
    { label: t('merge:count.contested'), value: contested.length },
    { label: t('merge:count.swallowed'), value: swallowed },
  ]
  return (
    <>
      <p>{t(tense === 'did' ? 'merge:brought' : 'merge:wouldBring', { count: changes })}</p>
      <dl className="merge-counts">
        {counts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="merge-people" aria-label={t('merge:people')}>
        {by.map((person) => (
          <Person key={person.author} {...person} />
        ))}
      </ul>
    </>
  )
}

function Person({ author, changes, from, to }: Arriving) {
  const { t, lang } = useText()
  const [first, last] = [formatDate(from, lang), formatDate(to, lang)]
  return (
    <li>
      <span className="merge-person">{author || t('record:someone')}</span>
      <span className="merge-help">
        {t('merge:personChanges', { count: changes })} ·{' '}
        {first === last ? last : t('merge:between', { from: first, to: last })}
      </span>
    </li>
  )
}

/** The records of a merge for its list: those that are looked at first come first. */
export function inReadingOrder(arrivals: readonly Arrival[]): readonly Arrival[] {
  const rank = ({ contested, fate }: Arrival) =>
    contested > 0 ? 0 : fate === 'deleted' ? 1 : fate === 'changed' ? 2 : 3
  return [...arrivals].sort((a, b) => rank(a) - rank(b))
}
