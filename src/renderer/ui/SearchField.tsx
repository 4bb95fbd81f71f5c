import './field.css'
import { Search, X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Input,
  Label,
} from 'react-aria-components'

type SearchFieldProps = Omit<AriaSearchFieldProps, 'children' | 'className'> & {
  readonly label: string
  readonly clearLabel: string
  readonly placeholder?: string
  readonly inputRef?: RefObject<HTMLInputElement | null>
  /** Stands at the end of the field while it is empty. */
  readonly whileEmpty?: ReactNode
}

/** A field to look for something; its label is heard, the magnifying glass is seen. */
export function SearchField({ label, clearLabel, placeholder = '', inputRef, whileEmpty, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className="search-field">
      <Label className="unseen">{label}</Label>
      <Search aria-hidden size={16} strokeWidth={1.75} />
      <Input className="input" placeholder={placeholder} {...(inputRef ? { ref: inputRef } : {})} />
      <AriaButton aria-label={clearLabel} className="button button-quiet button-icon search-clear">
        <X aria-hidden size={14} />
      </AriaButton>
      {whileEmpty ? <span className="search-while-empty">{whileEmpty}</span> : null}
    </AriaSearchField>
  )
}
