import './field.css'
import type { ReactNode, RefObject } from 'react'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'

type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className'> & {
  readonly label: string
  /** Keeps the label for those who hear the screen, where its place says enough to those who see it. */
  readonly labelHidden?: boolean
  readonly description?: ReactNode
  readonly error?: string | null
  readonly placeholder?: string
  /** Several lines, at least this many high. */
  readonly lines?: number
  readonly inputRef?: RefObject<HTMLInputElement | null>
  /** What the text measures or belongs to, shown after the field. */
  readonly after?: ReactNode
}

/** A field for plain text of one or several lines, with its label, its help and its complaint. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden = false, description, error, placeholder = '', lines, inputRef, after, ...rest } = props
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className="field">
      <Label className={labelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      {lines === undefined ? (
        <span className="field-row">
          <Input className="input" placeholder={placeholder} {...(inputRef ? { ref: inputRef } : {})} />
          {after}
        </span>
      ) : (
        <TextArea className="input" placeholder={placeholder} rows={lines} />
      )}
      {description ? (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      ) : null}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </AriaTextField>
  )
}
