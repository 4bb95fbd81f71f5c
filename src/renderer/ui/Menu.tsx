import './menu.css'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

/** One entry of a menu. */
export type MenuEntry = {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isDisabled?: boolean
}

type MenuProps = {
  readonly label: string
  /** The button that opens it. */
  readonly children: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly onAction: (id: string) => void
}

/** A list of things to do that opens from a button. */
export function Menu({ label, children, entries, onAction }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover">
        <AriaMenu aria-label={label} className="choices" onAction={(key) => onAction(String(key))}>
          {entries.map(({ id, label: words, icon: Icon, keys, isDisabled = false }) => (
            <MenuItem key={id} id={id} textValue={words} isDisabled={isDisabled} className="choice">
              <span className="menu-entry">
                {Icon ? <Icon aria-hidden size={16} strokeWidth={1.75} /> : null}
                <span className="menu-words">{words}</span>
                {keys ? <Kbd keys={keys} /> : null}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
