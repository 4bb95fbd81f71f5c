import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus into the first field of something that has no title yet: a new one, where writing begins. */
export function useFocusOnNew(text: RefObject<HTMLElement | null>, isNew: boolean): void {
  const wasNew = useRef(isNew)
  useEffect(() => {
    if (wasNew.current) text.current?.querySelector('textarea')?.focus()
  }, [text])
}
