import './button.css'
import type { LucideIcon } from 'lucide-react'
import type { RefAttributes } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Hint } from './Hint.tsx'

type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> &
  RefAttributes<HTMLButtonElement> & {
    readonly icon: LucideIcon
    /** What it does, in words: read aloud, and shown when pointed at or focused. */
    readonly label: string
    /** The keys that do the same, as shown to people. */
    readonly keys?: string
  }

/** A button that is an icon alone, for tight places; its words are one hover or Tab away. */
export function IconButton({ icon: Icon, label, keys, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} {...(keys ? { keys } : {})}>
      <AriaButton {...rest} aria-label={label} className="button button-quiet button-icon">
        <Icon aria-hidden size={16} strokeWidth={1.75} />
      </AriaButton>
    </Hint>
  )
}
