import './field.css'
import { ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  Select as AriaSelect,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'

/** One thing to choose. */
export type Option = { readonly id: string; readonly label: string; readonly description?: string }

type SelectProps = {
  readonly label: string
  readonly labelHidden?: boolean
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  /** Without a frame, for bars. */
  readonly quiet?: boolean
}

/** Chooses one of a few things, all of them shown when it opens. */
export function Select(props: SelectProps) {
  const { label, labelHidden = false, options, value, onChange, placeholder = '', isDisabled = false, quiet } = props
  return (
    <AriaSelect
      className="field"
      value={value}
      isDisabled={isDisabled}
      placeholder={placeholder}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
    >
      <Label className={labelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      <AriaButton className={quiet ? 'button button-quiet select' : 'button button-plain select'}>
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="choices" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="choice">
              {option.label}
              {option.description ? <span className="choice-help">{option.description}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
