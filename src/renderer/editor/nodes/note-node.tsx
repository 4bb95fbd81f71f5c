import { $create, $getNodeByKey, DecoratorNode, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import type { JSX } from 'react'
import { NoteMark } from '../NoteMark.tsx'

/** A footnote-like note: a mark in the text that holds its own words. `__text` is stored in files. */
export class NoteNode extends DecoratorNode<JSX.Element> {
  __text = ''

  override $config() {
    return this.config('note', { extends: DecoratorNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__text = previous.__text
  }

  getNoteText(): string {
    return this.getLatest().__text
  }

  setNoteText(text: string): void {
    if (this.getLatest().__text !== text) this.getWritable().__text = text
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'note'
    return element
  }

  override updateDOM(): false {
    return false
  }

  override decorate(editor: LexicalEditor): JSX.Element {
    const key = this.getKey()
    return <NoteMark id={key} text={this.__text} onClose={(text) => closeNote(editor, key, text)} />
  }
}

/** Takes in what was written in a note's form; a note left without words goes. */
function closeNote(editor: LexicalEditor, key: NodeKey, text: string | null): void {
  editor.update(
    () => {
      const note = $getNodeByKey(key)
      if (!$isNoteNode(note)) return
      if (text === null || text.trim() === '') {
        note.selectPrevious()
        note.remove()
      } else {
        note.setNoteText(text.trim())
        note.selectNext(0, 0)
      }
    },
    { onUpdate: () => editor.focus() },
  )
}

/** Makes a note. */
export function $createNoteNode(text: string): NoteNode {
  const note = $create(NoteNode)
  note.setNoteText(text)
  return note
}

/** Whether a node is a note. */
export function $isNoteNode(node: LexicalNode | null | undefined): node is NoteNode {
  return node instanceof NoteNode
}
