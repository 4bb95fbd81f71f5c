import './subject.css'
import { GitFork } from 'lucide-react'
import type { OpenValue } from '../../core/history/settle.ts'
import type { ValueView } from '../../core/model/view.ts'
import { formatDate } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { differingValues } from './contested.ts'
import { fieldLabel, valueWords } from './field-words.ts'

type ContestedNoteProps = {
  readonly kind: string
  readonly field: string
  readonly value: ValueView
  readonly isReadOnly: boolean
  readonly onChoose: (chosen: OpenValue) => void
}

/** What people wrote apart from each other in one field, each with its author and time, and one press to settle it. */
export function ContestedNote({ kind, field, value, isReadOnly, onChoose }: ContestedNoteProps) {
  const { t, lang } = useText()
  const label = fieldLabel(t, field)
  return (
    <section className="contested" aria-label={t('record:contested.title', { field: label })}>
      <p className="contested-title">
        <GitFork aria-hidden size={14} />
        {t('record:contested.title', { field: label })}
      </p>
      <ul className="contested-values">
        {differingValues(value).map((open) => (
          <li key={open.id} className="contested-value">
            <span className="contested-text">{valueWords(t, lang, kind, field, open.value)}</span>
            <span className="contested-who">
              {t('record:contested.by', {
                author: open.author || t('record:someone'),
                date: formatDate(open.at, lang, 'day-and-time'),
              })}
            </span>
            {isReadOnly ? null : <Button onPress={() => onChoose(open)}>{t('record:contested.keep')}</Button>}
          </li>
        ))}
      </ul>
      <p className="contested-help">{t('record:contested.help')}</p>
    </section>
  )
}
