import { useEffect, useRef } from 'react'
import type { Json } from '../../../../core/model/json.ts'
import { VOLUNTEER_TYPES } from '../../../../core/model/kinds.ts'
import { countryName } from '../../../../core/taxonomy/countries.ts'
import { useText } from '../../../i18n/use-text.ts'
import { textIn } from '../../../subject/text-in.ts'
import { CountryField } from '../../../ui/pickers/CountryField.tsx'
import { TypedDate } from '../../../ui/pickers/TypedDate.tsx'
import { TypedNumber } from '../../../ui/pickers/TypedNumber.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Part, RowElement } from './parts.ts'

type PartFieldProps = {
  readonly element: RowElement
  readonly part: Part
  readonly value: Json | undefined
  readonly isReadOnly: boolean
  readonly takesFocus: boolean
  readonly onWrite: (value: Json | undefined) => void
}

/** One part of a row, written the way its type asks for. */
export function PartField(props: PartFieldProps) {
  const { element, part, takesFocus } = props
  const cell = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) cell.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [takesFocus])
  return (
    <div ref={cell} className={`fact-part fact-part-${part.width}`} data-part-of={element}>
      <Input {...props} />
    </div>
  )
}

function Input({ element, part, value, isReadOnly, onWrite }: PartFieldProps) {
  const { t } = useText()
  const label = t(`kinds:parts.${element}.${part.id}`)
  switch (part.type) {
    case 'number': {
      const number = typeof value === 'number' ? value : undefined
      return <TypedNumber label={label} value={number} isReadOnly={isReadOnly} onChange={onWrite} />
    }
    case 'date':
      return <TypedDate label={label} value={textIn(value)} isReadOnly={isReadOnly} onChange={onWrite} />
    case 'country':
      return <CountryPart label={label} value={value} isReadOnly={isReadOnly} onWrite={onWrite} />
    case 'volunteer-type':
      return (
        <Select
          label={label}
          labelHidden
          isDisabled={isReadOnly}
          options={VOLUNTEER_TYPES.map((id) => ({ id, label: t(`kinds:choices.volunteers.${id}`) }))}
          value={textIn(value)}
          onChange={onWrite}
        />
      )
    default:
      return <TextPart label={label} value={textIn(value)} isReadOnly={isReadOnly} onWrite={onWrite} />
  }
}

type CountryPartProps = Pick<PartFieldProps, 'value' | 'isReadOnly' | 'onWrite'> & { readonly label: string }

function CountryPart({ label, value, isReadOnly, onWrite }: CountryPartProps) {
  const { lang } = useText()
  const code = textIn(value)
  if (isReadOnly) {
    return <TextPart label={label} value={code ? countryName(code, lang) : ''} isReadOnly onWrite={onWrite} />
  }
  return (
    <span className="field">
      <span aria-hidden className="part-label">
        {label}
      </span>
      <CountryField label={label} value={code} onChange={onWrite} />
    </span>
  )
}

type TextPartProps = {
  readonly label: string
  readonly value: string
  readonly isReadOnly: boolean
  readonly onWrite: (value: string) => void
}

/** One line of plain text with a small label. */
export function TextPart({ label, value, isReadOnly, onWrite }: TextPartProps) {
  return (
    <label className="field">
      <span className="part-label">{label}</span>
      <input
        className="input"
        autoComplete="off"
        maxLength={1000}
        readOnly={isReadOnly}
        value={value}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
    </label>
  )
}
