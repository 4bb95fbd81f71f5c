import './field.css'
import { ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { folded } from '../i18n/format.ts'
import type { Option } from './Select.tsx'

type ComboBoxProps = {
  readonly label: string
  readonly labelHidden?: boolean
  readonly options: readonly Option[]
  readonly value?: string | null
  readonly onChange: (id: string | null) => void
  readonly inputValue?: string
  readonly onInputChange?: (text: string) => void
  readonly placeholder?: string
  /** Text that is none of the options counts as well. */
  readonly allowsCustomValue?: boolean
  readonly showLabel: string
  readonly emptyText: string
}

/** Chooses one of many things by typing part of its name, accents or none. */
export function ComboBox(props: ComboBoxProps) {
  const { label, labelHidden = false, options, onChange, placeholder = '', showLabel, emptyText } = props
  return (
    <AriaComboBox
      className="field"
      defaultItems={options}
      {...(props.value === undefined ? {} : { value: props.value })}
      {...(props.inputValue === undefined ? {} : { inputValue: props.inputValue })}
      {...(props.onInputChange ? { onInputChange: props.onInputChange } : {})}
      onChange={(key) => onChange(key === null ? null : String(key))}
      allowsCustomValue={props.allowsCustomValue ?? false}
      allowsEmptyCollection
      menuTrigger="focus"
      defaultFilter={(text, typed) => folded(text).includes(folded(typed))}
    >
      <Label className={labelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      <span className="field-row combo">
        <Input className="input" placeholder={placeholder} />
        <AriaButton aria-label={showLabel} className="button button-quiet button-icon">
          <ChevronDown aria-hidden size={14} />
        </AriaButton>
      </span>
      <Popover className="popover">
        <ListBox<Option> className="choices" renderEmptyState={() => <p className="choice-none">{emptyText}</p>}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="choice">
              {option.label}
              {option.description ? <span className="choice-help">{option.description}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
