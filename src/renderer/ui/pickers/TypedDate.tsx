import '../field.css'
import { useId, useState } from 'react'
import { formatPartialDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { parsePartialDate, parsePeriod } from './partial-date.ts'

type TypedDateProps = {
  readonly label: string
  /** A partial ISO date, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Takes both ends of a period that was typed or pasted in one go. */
  readonly onPeriod?: (period: { readonly from: string; readonly to: string }) => void
  readonly isReadOnly: boolean
  readonly labelHidden?: boolean
}

/** A year, month or day typed the way people write dates, shown back in words when the field is left. */
export function TypedDate({ label, value, onChange, onPeriod, isReadOnly, labelHidden = false }: TypedDateProps) {
  const { t, lang } = useText()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(true)
  const isWrong = isLeft && typed !== null

  function type(text: string): void {
    setTyped(text)
    setLeft(false)
    const period = onPeriod ? parsePeriod(text) : null
    const date = parsePartialDate(text)
    if (period) onPeriod?.(period)
    else if (date !== null || text.trim() === '') onChange(date ?? '')
  }

  function leave(): void {
    setLeft(true)
    const isRead =
      typed === null || typed.trim() === '' || parsePartialDate(typed) !== null || parsePeriod(typed) !== null
    if (isRead) setTyped(null)
  }

  return (
    <span className="field">
      <label htmlFor={id} className={labelHidden ? 'unseen' : 'part-label'}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        spellCheck={false}
        readOnly={isReadOnly}
        placeholder={labelHidden ? label : ''}
        value={typed ?? formatPartialDate(value, lang)}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
      />
      {isWrong ? (
        <span id={`${id}-wrong`} className="field-error" role="alert">
          {t('pickers:period.wrong')}
        </span>
      ) : null}
    </span>
  )
}
