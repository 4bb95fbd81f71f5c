import { GitFork } from 'lucide-react'
import { useMemo } from 'react'
import type { FieldArrival } from '../../../core/merge/arrival-details.ts'
import type { Json } from '../../../core/model/json.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useValueWords } from '../../subject/history/use-value-words.ts'
import { ChangedWords } from '../../ui/ChangedWords.tsx'
import { nearChanges } from './near-changes.ts'

type DifferenceProps = { readonly kind: string; readonly field: FieldArrival; readonly isNew: boolean }

/** How one field differs: words marked as come and gone, elements of a set, or one value in the place of another. */
export function Difference({ kind, field, isNew }: DifferenceProps) {
  return (
    <>
      <What kind={kind} field={field} isNew={isNew} />
      {field.contested.length > 1 ? <Contested kind={kind} field={field} /> : null}
    </>
  )
}

function What({ kind, field: { field, locale, what }, isNew }: DifferenceProps) {
  const { t } = useText()
  const values = useMemo(() => valuesIn(what), [what])
  const words = useValueWords(kind, field, values)
  switch (what.kind) {
    case 'text':
      // Where all is new, marking every word says nothing.
      if (isNew)
        return (
          <p className="arrival-text" lang={locale || undefined}>
            {what.parts.map(({ text }) => text).join('')}
          </p>
        )
      return (
        <p className="arrival-text">
          <ChangedWords parts={nearChanges(what.parts)} lang={locale || undefined} />
        </p>
      )
    case 'set':
      return (
        <ul className="arrival-elements">
          {what.removed.map((value) => (
            <li key={JSON.stringify(value)}>
              <ChangedWords parts={[{ kind: 'removed', text: words(value) }]} />
            </li>
          ))}
          {what.added.map((value) => (
            <li key={JSON.stringify(value)}>
              {isNew ? words(value) : <ChangedWords parts={[{ kind: 'added', text: words(value) }]} />}
            </li>
          ))}
        </ul>
      )
    case 'value': {
      const parts = [
        ...(what.before === null
          ? []
          : [
              { kind: 'removed' as const, text: words(what.before) },
              { kind: 'same' as const, text: ' ' },
            ]),
        { kind: 'added' as const, text: words(what.after) },
      ]
      return <p className="arrival-text">{isNew ? words(what.after) : <ChangedWords parts={parts} />}</p>
    }
    case 'form':
    case 'nothing':
    case 'deleted':
    case 'restored':
    case 'kept':
      return <p className="arrival-text">{t(`merge:what.${what.kind}`)}</p>
  }
}

function Contested({ kind, field: { field, contested } }: Pick<DifferenceProps, 'kind' | 'field'>) {
  const { t, lang } = useText()
  const values = useMemo(() => contested.map(({ value }) => value), [contested])
  const words = useValueWords(kind, field, values)
  if (field === 'lifecycle') return null
  return (
    <div className="arrival-open">
      <p className="arrival-open-title">
        <GitFork aria-hidden size={14} />
        {t('merge:staysContested')}
      </p>
      <ul>
        {contested.map(({ id, value, author, at }) => (
          <li key={id}>
            {words(value)}
            <span className="arrival-by">
              {t('record:contested.by', {
                author: author || t('record:someone'),
                date: formatDate(at, lang, 'day-and-time'),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function valuesIn(what: FieldArrival['what']): readonly Json[] {
  if (what.kind === 'set') return [...what.removed, ...what.added]
  return what.kind === 'value' ? [what.before, what.after] : []
}
