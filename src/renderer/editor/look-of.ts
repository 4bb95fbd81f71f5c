import { LOOK_ATTRIBUTE } from './html-names.ts'

/** What the style of a pasted element says; the empty text where it has none. */
export function lookOf(element: Element): string {
  return element.getAttribute?.(LOOK_ATTRIBUTE) ?? element.getAttribute?.('style') ?? ''
}
