/**
 * Undoes or redoes inside the text that has the focus; answers false where none has. The native menu can only say
 * "undo"; what that means is for the text field or the editor that the person is in.
 */
export function undoInText(which: 'undo' | 'redo'): boolean {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && activeElement.isContentEditable) {
    activeElement.dispatchEvent(undoKeys(which))
    return true
  }
  if (!(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)) return false
  // The only way to reach a plain field's own history.
  // oxlint-disable-next-line typescript/no-deprecated -- nothing has replaced it
  document.execCommand(which)
  return true
}

/** The keys an editor listens to, pressed in the person's place. */
function undoKeys(which: 'undo' | 'redo'): KeyboardEvent {
  const mac = navigator.userAgent.includes('Mac')
  return new KeyboardEvent('keydown', {
    key: 'z',
    code: 'KeyZ',
    ctrlKey: !mac,
    metaKey: mac,
    shiftKey: which === 'redo',
    bubbles: true,
    cancelable: true,
  })
}
