import './hint.css'
import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

type HintProps = { readonly text: string; readonly keys?: string; readonly children: ReactElement }

/** A few words that appear beside what they explain when it is pointed at or focused. */
export function Hint({ text, keys, children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="hint" offset={6}>
        {text}
        {keys ? <Kbd keys={keys} /> : null}
      </Tooltip>
    </TooltipTrigger>
  )
}
