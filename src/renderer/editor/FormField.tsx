import '../ui/field.css'
import { FieldError, Input, Label, TextArea, TextField } from 'react-aria-components'
import { takeFocus } from '../ui/take-focus.ts'

type FormFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | null
  readonly isReadOnly?: boolean
  readonly lines?: number
}

/** The one field of a form that opens beside the text: it has the focus as soon as it is there. */
export function FormField({ label, value, onChange, error = null, isReadOnly = false, lines }: FormFieldProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isReadOnly={isReadOnly}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      {lines === undefined ? (
        <Input ref={takeFocus} className="input" />
      ) : (
        <TextArea ref={takeFocus} className="input" rows={lines} />
      )}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </TextField>
  )
}
