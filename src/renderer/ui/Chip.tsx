import './chip.css'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What a chip's colour stands for; its words say it too. */
export type ChipMeaning = 'plain' | 'accent' | 'safe' | 'look' | 'contested'

type ChipProps = { readonly meaning?: ChipMeaning; readonly icon?: LucideIcon; readonly children: ReactNode }

/** A small fact beside a title: a kind, a state, something to look at. */
export function Chip({ meaning = 'plain', icon: Icon, children }: ChipProps) {
  return (
    <span className={`chip chip-${meaning}`}>
      {Icon ? <Icon aria-hidden size={12} strokeWidth={2} /> : null}
      <span className="chip-words">{children}</span>
    </span>
  )
}
