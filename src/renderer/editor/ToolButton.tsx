import type { LucideIcon } from 'lucide-react'
import type { RefAttributes } from 'react'
import { Focusable } from 'react-aria-components'
import { Hint } from '../ui/Hint.tsx'

/** What every tool of the toolbar shows. */
export type ToolProps = {
  readonly name: string
  readonly label: string
  readonly keys: string
  readonly icon: LucideIcon
  readonly isOn: boolean | undefined
  readonly isDisabled: boolean
  /** Whether it is the toolbar's one stop for the Tab key. */
  readonly isStop: boolean
  readonly onFocus: () => void
}

type ToolButtonProps = ToolProps & { readonly onPress: () => void }

/** One tool. Pressed with the mouse it leaves the focus, and with it the selection, in the text. */
export function ToolButton(props: ToolButtonProps) {
  const { label, keys } = props
  return (
    <Hint text={label} {...(keys === '' ? {} : { keys })}>
      <Focusable isDisabled={props.isDisabled}>
        <BareTool {...props} />
      </Focusable>
    </Hint>
  )
}

/** The button of a tool, to be wrapped by what gives it its hint or its menu. */
export function BareTool({
  name,
  label,
  keys: _keys,
  icon: Icon,
  isOn,
  isDisabled,
  isStop,
  onFocus,
  onPress,
  ...rest
}: ToolButtonProps & RefAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type="button"
      data-tool={name}
      className="button button-quiet button-icon"
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      aria-pressed={isOn}
      aria-disabled={isDisabled}
      onFocus={onFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) onPress()
      }}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
    </button>
  )
}
