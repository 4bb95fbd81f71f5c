import { useEffect } from 'react'

/** Esc goes one step back, wherever in the place the focus is; whoever is deeper in the page comes first. */
export function useEscape(onEscape: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      // The line of history that led here; the page that was read is about to go.
      document.querySelector<HTMLElement>('.history-chosen .history-open')?.focus()
      onEscape()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onEscape])
}
