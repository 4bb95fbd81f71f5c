import '../field.css'
import { useId, useState } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { parseTypedNumber, toTyped } from './typed-number.ts'

type TypedNumberProps = {
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly isReadOnly: boolean
  readonly labelHidden?: boolean
  /** A year has no thousands. */
  readonly isYear?: boolean
}

/** A number typed as the language writes it, shown back with its thousands apart when the field is left. */
export function TypedNumber(props: TypedNumberProps) {
  const { label, value, onChange, isReadOnly, labelHidden = false, isYear = false } = props
  const { t, lang } = useText()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(true)
  const isWrong = isLeft && typed !== null
  const shown = value === undefined ? '' : isYear ? String(value) : formatNumber(value, lang)

  function type(text: string): void {
    setTyped(text)
    setLeft(false)
    const number = parseTypedNumber(text, lang)
    if (number !== null) onChange(number)
    else if (text.trim() === '') onChange(undefined)
  }

  return (
    <span className="field">
      <label htmlFor={id} className={labelHidden ? 'unseen' : 'part-label'}>
        {label}
      </label>
      <input
        id={id}
        className="input tabular"
        inputMode="decimal"
        autoComplete="off"
        readOnly={isReadOnly}
        placeholder={labelHidden ? label : ''}
        value={typed ?? shown}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onFocus={() => {
          if (typed === null && value !== undefined && !isReadOnly) setTyped(toTyped(value, lang))
          setLeft(false)
        }}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          setLeft(true)
          if (typed === null || typed.trim() === '' || parseTypedNumber(typed, lang) !== null) setTyped(null)
        }}
      />
      {isWrong ? (
        <span id={`${id}-wrong`} className="field-error" role="alert">
          {t('pickers:number.wrong')}
        </span>
      ) : null}
    </span>
  )
}
