import { type KeyboardEvent, type RefObject, useId, useMemo } from 'react'
import { titleOf } from '../../../core/model/card.ts'
import { hasPage } from '../../../core/model/kinds.ts'
import type { Json } from '../../../core/model/json.ts'
import type { ToSettle } from '../../../ipc/merges.ts'
import { usePlace } from '../../app/place.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { useValueWords } from '../../subject/history/use-value-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import type { Choice } from './choices.ts'

type SettleCardProps = {
  readonly ref: RefObject<HTMLElement | null>
  readonly item: ToSettle
  readonly choices: readonly Choice[]
  readonly onChoose: (choice: Choice) => void
  readonly onSkip: (() => void) | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** One thing to settle, large: where it stands, what people wrote with who and when, and a key for each way out. */
export function SettleCard({ ref, item, choices, onChoose, onSkip, onKeyDown }: SettleCardProps) {
  const { t, lang } = useText()
  const id = useId()
  const go = usePlace((state) => state.go)
  const { kind, subject, field, locale, what } = item
  const isPlace = hasPage(kind)
  return (
    // The keys are those of the buttons inside; the card takes them wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={ref}
      className="settle-card"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
      onKeyDown={onKeyDown}
    >
      <h2 id={`${id}-title`}>{titleOf(item, lang) || t('app:untitled')}</h2>
      <p className="settle-where">
        {what === 'deletion' ? t(`kinds:${kind}.name`, { defaultValue: kind }) : fieldLabel(t, field)}
        {locale ? ` · ${t(`kinds:choices.lang.${locale}`)}` : ''}
        {isPlace ? (
          <button
            type="button"
            className="link"
            onClick={() => go(kind === 'brief' ? { kind: 'brief', id: subject } : { kind: 'record', id: subject })}
          >
            {t('merge:open')}
          </button>
        ) : null}
      </p>
      <p id={`${id}-why`} className="settle-why">
        {t(`settle:why.${what}`)}
      </p>
      {item.lost ? <Lost lost={item.lost} locale={locale} /> : null}
      {what === 'deletion' ? (
        <Who author={item.open[0]?.author ?? ''} at={item.open[0]?.at ?? 0} words="deletedBy" />
      ) : null}
      {what === 'value' || what === 'element' ? <Values item={item} choices={choices} onChoose={onChoose} /> : null}
      <div className="settle-actions">
        {choices
          .filter((choice) => choice.what !== 'value')
          .map((choice) => (
            <Button
              key={choice.what}
              look={choice.keys[0] === '1' ? 'primary' : 'plain'}
              onPress={() => onChoose(choice)}
            >
              {t(`settle:do.${choice.what}`)} <Keys choice={choice} />
            </Button>
          ))}
        {onSkip ? (
          <Button look="quiet" onPress={onSkip}>
            {t('settle:skip')} <Kbd keys="S" />
          </Button>
        ) : null}
      </div>
    </section>
  )
}

function Values({ item, choices, onChoose }: Pick<SettleCardProps, 'item' | 'choices' | 'onChoose'>) {
  const { t } = useText()
  const { kind, field, open, locale } = item
  const values = useMemo(() => open.map(({ value }): Json => value), [open])
  const words = useValueWords(kind, field, values)
  return (
    <ol className="settle-values">
      {open.map((entry) => {
        const choice = choices.find((one) => one.what === 'value' && one.value === entry)
        return (
          <li key={entry.id} className="settle-value">
            <p className="settle-text" lang={locale || undefined}>
              {words(entry.value)}
            </p>
            <Who author={entry.author} at={entry.at} words="by" />
            {choice ? (
              <Button onPress={() => onChoose(choice)}>
                {t('record:contested.keep')} <Keys choice={choice} />
              </Button>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

function Lost({ lost, locale }: { readonly lost: NonNullable<ToSettle['lost']>; readonly locale: string }) {
  return (
    <div className="settle-value">
      <p className="settle-text" lang={locale || undefined}>
        {lost.text.trim()}
      </p>
      {lost.by ? <Who author={lost.by.author} at={lost.by.at} words="by" /> : null}
    </div>
  )
}

type WhoProps = { readonly author: string; readonly at: number; readonly words: 'by' | 'deletedBy' }

function Who({ author, at, words }: WhoProps) {
  const { t, lang } = useText()
  const data = { author: author || t('record:someone'), date: formatDate(at, lang, 'day-and-time') }
  return <p className="settle-who">{t(words === 'by' ? 'record:contested.by' : 'settle:deletedBy', data)}</p>
}

function Keys({ choice: { keys } }: { readonly choice: Choice }) {
  return keys.map((key) => <Kbd key={key} keys={key.toUpperCase()} />)
}
