/** As a `ref`: gives the element the focus when it appears, where a dialog or place has one obvious beginning. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}
