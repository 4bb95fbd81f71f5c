import './button.css'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode, RefAttributes } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

/** How much a button asks to be pressed: one `primary` to a place, `quiet` without a frame, `danger` for loss. */
export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger'

type ButtonProps = Omit<AriaButtonProps, 'children' | 'className'> &
  RefAttributes<HTMLButtonElement> & {
    readonly look?: ButtonLook
    readonly icon?: LucideIcon
    readonly children: ReactNode
  }

/** A button with words, and an icon before them where one helps. */
export function Button({ look = 'plain', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${look}`}>
      {Icon ? <Icon aria-hidden size={16} strokeWidth={1.75} /> : null}
      <span className="button-words">{children}</span>
    </AriaButton>
  )
}
