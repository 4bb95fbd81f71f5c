import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical'
import { plainText } from '../../core/rich-text/plain-text.ts'
import { isSafeUrl } from '../../core/rich-text/url.ts'
import { UNDO_STEP_COMMAND } from './bind-yjs.ts'
import { CITED_RECORD_TYPE, $cite } from './cite.ts'
import { documentToHtml } from './document-to-html.ts'
import { htmlToDocument } from './html-to-document.ts'
import { $insertDocument } from './insert-document.ts'
import { $setLink } from './link-commands.ts'
import { plainToDocument } from './plain-to-document.ts'
import { $placeCaretAt } from './place-caret.ts'
import { $readEditor } from './read-nodes.ts'

/** What the clipboard needs from around the editor. */
export type ClipboardHost = {
  readonly citationLabel: (record: string) => string
  readonly canCite: () => boolean
}

/**
 * Teaches an editor to copy, cut, paste, drag and drop. Everything from outside comes in one way only: sanitised,
 * read as plain data, built as our own nodes. Lexical's own clipboard format is neither written nor read.
 */
export function registerClipboard(editor: LexicalEditor, host: ClipboardHost): () => void {
  const copy = (transfer: DataTransfer | null | undefined): boolean => {
    const selection = $getSelection()
    if (!transfer || !selection || ($isRangeSelection(selection) && selection.isCollapsed())) return false
    const doc = $readEditor(selection)
    transfer.setData('text/plain', plainText(doc))
    transfer.setData('text/html', documentToHtml(doc, host.citationLabel))
    return true
  }
  const onCopy = (event: unknown): boolean => {
    if (!(event instanceof ClipboardEvent)) return false
    if (copy(event.clipboardData)) event.preventDefault()
    return true
  }
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, onCopy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent)) return false
        if (!copy(event.clipboardData)) return true
        event.preventDefault()
        editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.removeText()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const transfer = event instanceof ClipboardEvent ? event.clipboardData : null
        if (!transfer) return false
        event.preventDefault()
        editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
        $insertTransfer(transfer)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // What the browser inserts by itself: dropped text, a replacement chosen from a menu.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        if (typeof event === 'string' || !event.dataTransfer) return false
        $insertTransfer(event.dataTransfer)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        copy(event.dataTransfer)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (!event.dataTransfer?.types.includes(CITED_RECORD_TYPE)) return false
        // Only what is prevented here may be dropped: a text takes nothing but text by itself.
        if (host.canCite()) event.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const record = event.dataTransfer?.getData(CITED_RECORD_TYPE)
        if (!record) return false
        event.preventDefault()
        if (host.canCite() && $placeCaretAt(editor, event.clientX, event.clientY)) {
          $cite(record)
          editor.focus()
        }
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

function $insertTransfer(transfer: DataTransfer): void {
  $addUpdateTag(PASTE_TAG)
  const plain = transfer.getData('text/plain')
  const selection = $getSelection()
  const isOverText = $isRangeSelection(selection) && !selection.isCollapsed()
  if (isOverText && isSafeUrl(plain.trim()) && $setLink(plain.trim())) return
  const html = transfer.getData('text/html')
  $insertDocument(html === '' ? plainToDocument(plain) : htmlToDocument(html))
}
