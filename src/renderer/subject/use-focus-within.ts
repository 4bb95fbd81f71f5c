import { type RefObject, useEffect, useRef } from 'react'

type FocusWithin = { readonly onEnter?: () => void; readonly onLeave?: () => void }

/** Tells when the focus comes into an element and when it has left all of it. Give the element the ref. */
export function useFocusWithin<E extends HTMLElement>({ onEnter, onLeave }: FocusWithin): RefObject<E | null> {
  const element = useRef<E>(null)
  const latest = useRef({ onEnter, onLeave })
  useEffect(() => {
    latest.current = { onEnter, onLeave }
  })
  useEffect(() => {
    const root = element.current
    const enter = () => latest.current.onEnter?.()
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && root?.contains(relatedTarget))) latest.current.onLeave?.()
    }
    root?.addEventListener('focusin', enter)
    root?.addEventListener('focusout', leave)
    return () => {
      root?.removeEventListener('focusin', enter)
      root?.removeEventListener('focusout', leave)
    }
  }, [])
  return element
}
