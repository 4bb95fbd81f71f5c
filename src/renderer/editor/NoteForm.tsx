import { type RefObject, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormField } from './FormField.tsx'

type NoteFormProps = {
  readonly anchor: RefObject<HTMLElement | null>
  readonly text: string
  readonly isReadOnly: boolean
  /** With the text as it was left; with null, the note is to go. */
  readonly onClose: (text: string | null) => void
}

/** The words of a note, beside its mark. Leaving it in any way keeps what was written. */
export function NoteForm({ anchor, text, isReadOnly, onClose }: NoteFormProps) {
  const { t } = useText()
  const [words, setWords] = useState(text)
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      placement="bottom"
      className="popover editor-form"
      onOpenChange={(open) => {
        if (!open) onClose(words)
      }}
    >
      <Dialog aria-label={t('editor:note.title')} className="editor-form-inside">
        <FormField label={t('editor:note.title')} lines={3} value={words} onChange={setWords} isReadOnly={isReadOnly} />
        {isReadOnly ? null : (
          <div className="editor-form-actions">
            <Button look="quiet" onPress={() => onClose(null)}>
              {t('editor:note.remove')}
            </Button>
            <Button look="primary" onPress={() => onClose(words)}>
              {t('editor:done')}
            </Button>
          </div>
        )}
      </Dialog>
    </Popover>
  )
}
