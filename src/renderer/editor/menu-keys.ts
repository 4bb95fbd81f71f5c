import {
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'

/** What the keys of an open menu do; `choose` answers false where there is nothing to choose. */
type MenuActions = {
  readonly move: (by: 1 | -1) => void
  readonly choose: () => boolean
  readonly close: () => void
}

/** Gives a menu the keys of the editor it belongs to, before anything else that listens to them. */
export function registerMenuKeys(editor: LexicalEditor, { move, choose, close }: MenuActions): () => void {
  const take = (event: KeyboardEvent | null, act: () => boolean): boolean => {
    if (!act()) return false
    event?.preventDefault()
    event?.stopPropagation()
    return true
  }
  const moving = (by: 1 | -1) => (event: KeyboardEvent) =>
    take(event, () => {
      move(by)
      return true
    })
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, moving(1), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, moving(-1), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ENTER_COMMAND, (event) => take(event, choose), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => !event.shiftKey && take(event, choose),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) =>
        take(event, () => {
          close()
          return true
        }),
      COMMAND_PRIORITY_CRITICAL,
    ),
  )
}
