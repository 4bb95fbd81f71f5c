import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_LOW,
  createCommand,
  DELETE_CHARACTER_COMMAND,
  type EditorState,
  HISTORIC_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_TAG,
  TabNode,
  type UpdateListenerPayload,
} from 'lexical'
import { UNDO_STEP_COMMAND } from './bind-yjs.ts'
import { $caretInBlock, $changeLevel, $onBackspace, $onEnter, $toggleKind } from './block-commands.ts'
import { editorShortcut } from './keys.ts'
import { typedMarker } from './typed-marker.ts'

/** Asks for the form that sets the address of a link. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK_COMMAND')
/** Asks for the focus to go to the toolbar. */
export const TO_TOOLBAR_COMMAND: LexicalCommand<void> = createCommand('TO_TOOLBAR_COMMAND')

/** Teaches an editor its keys: Enter, Backspace, Tab, the shortcuts, and the markers typed at the start of a line. */
export function registerWriting(editor: LexicalEditor, mac: boolean): () => void {
  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $onEnter, COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => isBackward && $onBackspace(),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(KEY_TAB_COMMAND, $onTab, COMMAND_PRIORITY_LOW),
    // Lexical would take the focus away; Escape belongs to the window, which goes one step back.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const shortcut = editorShortcut(event, mac)
        if (!shortcut) return false
        event.preventDefault()
        editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
        if (shortcut === 'link') editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)
        else if (shortcut === 'toolbar') editor.dispatchCommand(TO_TOOLBAR_COMMAND, undefined)
        else $toggleKind(shortcut)
        return true
      },
      COMMAND_PRIORITY_LOW,
    ),
    // A tab is a character like any other here; Lexical's own node for it has no place in our documents.
    editor.registerNodeTransform(TabNode, (node) => {
      node.replace($createTextNode('\t').setFormat(node.getFormat()))
    }),
    editor.registerUpdateListener((update) => applyMarker(editor, update)),
  )
}

/** Tab moves list lines in and out. Where there is nothing to move it leaves the editor, as everywhere else. */
function $onTab(event: KeyboardEvent): boolean {
  const caret = $caretInBlock()
  const inList = caret ? caret.block.isListLine() : $isRangeSelection($getSelection())
  if (!inList || !$changeLevel(event.shiftKey ? -1 : 1)) return false
  event.preventDefault()
  return true
}

const NOT_TYPED = [COLLABORATION_TAG, HISTORIC_TAG, PASTE_TAG]

function applyMarker(editor: LexicalEditor, update: UpdateListenerPayload): void {
  if (NOT_TYPED.some((tag) => update.tags.has(tag)) || update.dirtyLeaves.size === 0 || editor.isComposing()) return
  const kind = update.editorState.read(() => {
    const typed = $typedAtStart()
    return typed && grew(update, typed.key) ? typedMarker(typed.text) : null
  })
  if (!kind) return
  editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
  editor.update(() => {
    const typed = $typedAtStart()
    const caret = $caretInBlock()
    if (!typed || !caret || typedMarker(typed.text) !== kind) return
    const node = caret.selection.anchor.getNode()
    if ($isTextNode(node)) node.spliceText(0, typed.text.length, '', true)
    caret.block.setKind(kind)
  })
}

/** Only what is being typed counts: not a caret that is put, or a letter that is deleted, behind an old dash. */
function grew(update: UpdateListenerPayload, key: NodeKey): boolean {
  const sizeIn = (state: EditorState) => state.read(() => $getNodeByKey(key)?.getTextContentSize() ?? 0)
  return update.dirtyLeaves.has(key) && sizeIn(update.editorState) > sizeIn(update.prevEditorState)
}

/** The text between the start of a paragraph and the caret, where it is one plain text. */
function $typedAtStart(): { readonly key: string; readonly text: string } | null {
  const caret = $caretInBlock()
  const node = caret?.selection.anchor.getNode()
  if (!caret || caret.block.getKind() !== 'paragraph' || !$isTextNode(node)) return null
  if (!node.getParent()?.is(caret.block) || node.getPreviousSibling() !== null) return null
  return { key: node.getKey(), text: node.getTextContent().slice(0, caret.selection.anchor.offset) }
}
