import { type RefObject, useEffect } from 'react'
import { recordKey } from './record-keys.ts'

const WRITABLE = 'textarea, [contenteditable="true"]'

type Sides = {
  readonly text: RefObject<HTMLElement | null>
  readonly side: RefObject<HTMLElement | null>
  /** Has the side panel on screen before the focus goes there. */
  readonly openSide: () => void
}

/** Moves from part to part, and between the text and the panel beside it, from the keyboard alone. */
export function useRecordKeys({ text, side, openSide }: Sides): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const meaning = recordKey(event)
      if (!meaning || event.defaultPrevented || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      event.stopPropagation()
      if (meaning !== 'other-side') step(text.current, meaning === 'next-part' ? 1 : -1)
      else if (side.current?.contains(document.activeElement)) returnTo(text)
      else {
        openSide()
        // The panel may have to appear first.
        requestAnimationFrame(() =>
          side.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
        )
      }
    }
    function remember(event: FocusEvent): void {
      if (event.target instanceof HTMLElement && text.current?.contains(event.target)) last.set(text, event.target)
    }
    // Before the editors, which give some of these keys a meaning of their own.
    window.addEventListener('keydown', press, true)
    window.addEventListener('focusin', remember)
    return () => {
      window.removeEventListener('keydown', press, true)
      window.removeEventListener('focusin', remember)
    }
  }, [text, side, openSide])
}

const last = new WeakMap<RefObject<HTMLElement | null>, HTMLElement>()

function returnTo(text: RefObject<HTMLElement | null>): void {
  const target = last.get(text)
  if (target?.isConnected) target.focus()
  else text.current?.querySelector<HTMLElement>(WRITABLE)?.focus()
}

function step(root: HTMLElement | null, by: 1 | -1): void {
  const parts = [...(root?.querySelectorAll<HTMLElement>('[data-part]') ?? [])]
  const here = parts.findIndex((part) => part.contains(document.activeElement))
  const next = here < 0 && by < 0 ? parts.at(-1) : parts[here + by]
  next?.querySelector<HTMLElement>(WRITABLE)?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
