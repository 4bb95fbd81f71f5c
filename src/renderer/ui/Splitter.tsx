import './splitter.css'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

type SplitterProps = {
  readonly label: string
  readonly width: number
  readonly min: number
  readonly max: number
  /** Which side the measured pane is on. */
  readonly side: 'left' | 'right'
  readonly onResize: (width: number) => void
  /** The hand has let go: the width can be kept. */
  readonly onSettle: (width: number) => void
}

const STEP = 16

/** A line between two panes that can be dragged, or moved with the arrow keys. */
export function Splitter({ label, width, min, max, side, onResize, onSettle }: SplitterProps) {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const within = (wanted: number) => Math.round(Math.min(max, Math.max(min, wanted)))
  const sign = side === 'left' ? 1 : -1

  const move = (event: PointerEvent) => {
    if (drag.current) onResize(within(drag.current.width + sign * (event.clientX - drag.current.x)))
  }
  const press = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    const next = within(width + sign * direction * STEP)
    onResize(next)
    onSettle(next)
  }
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a rule between paragraphs cannot be dragged
      role="separator"
      className="splitter"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, width }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={move}
      onPointerUp={() => {
        if (drag.current) onSettle(width)
        drag.current = null
      }}
    />
  )
}
