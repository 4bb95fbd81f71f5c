import { type JSX, useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import { NoteForm } from './NoteForm.tsx'
import { openNote, useOpenNote } from './open-note.ts'

type NoteMarkProps = {
  /** Tells it from all other notes on screen. */
  readonly id: string
  readonly text: string
  /** Takes what was written; null where the note is to go. Without it, the note is only read. */
  readonly onClose?: (text: string | null) => void
}

/** The mark of a note in a text. Its number is the style sheet's; pressing it shows the note, to read or to write. */
export function NoteMark({ id, text, onClose }: NoteMarkProps): JSX.Element {
  const { t } = useText()
  const mark = useRef<HTMLButtonElement>(null)
  const isOpen = useOpenNote(({ key }) => key === id)
  return (
    <>
      <button
        ref={mark}
        type="button"
        className="note-mark"
        tabIndex={-1}
        aria-label={text === '' ? t('editor:note.empty') : t('editor:note.mark', { text })}
        title={text}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => openNote(id)}
      />
      {isOpen ? (
        <NoteForm
          anchor={mark}
          text={text}
          isReadOnly={!onClose}
          onClose={(next) => {
            openNote(null)
            onClose?.(next)
          }}
        />
      ) : null}
    </>
  )
}
