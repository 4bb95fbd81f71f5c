import { $getSelection, $setSelection, type BaseSelection, COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Dialog, Form, Popover } from 'react-aria-components'
import { isSafeUrl } from '../../core/rich-text/url.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { UNDO_STEP_COMMAND } from './bind-yjs.ts'
import { completeUrl } from './complete-url.ts'
import { FormField } from './FormField.tsx'
import { $removeLinks, $selectedLink, $setLink } from './link-commands.ts'
import { selectionRect } from './selection-rect.ts'
import { EDIT_LINK_COMMAND } from './writing.ts'

type LinkFormProps = { readonly editor: LexicalEditor; readonly onOpenLink: ((url: string) => void) | undefined }

/** The form for the address of a link, beside the words it links. Asked for by the toolbar and by its keys. */
export function LinkForm({ editor, onOpenLink }: LinkFormProps) {
  const { t } = useText()
  const anchor = useRef<HTMLSpanElement>(null)
  const kept = useRef<BaseSelection | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [isLinked, setLinked] = useState(false)
  const [isWrong, setWrong] = useState(false)

  useEffect(
    () =>
      editor.registerCommand(
        EDIT_LINK_COMMAND,
        () => {
          const link = $selectedLink()
          kept.current = $getSelection()?.clone() ?? null
          placeAt(anchor.current, selectionRect(editor))
          setLinked(link !== null)
          setWrong(false)
          setAddress(link?.getURL() ?? '')
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  )

  const close = useCallback(
    (change: () => void) => {
      setAddress(null)
      editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
      editor.update(
        () => {
          $setSelection(kept.current?.clone() ?? null)
          change()
        },
        { onUpdate: () => editor.focus() },
      )
    },
    [editor],
  )

  function save(): void {
    const url = completeUrl(address ?? '')
    if (isSafeUrl(url)) close(() => $setLink(url))
    else setWrong(true)
  }

  return (
    <>
      <span ref={anchor} className="editor-anchor" />
      <Popover
        triggerRef={anchor}
        isOpen={address !== null}
        placement="bottom start"
        className="popover editor-form"
        onOpenChange={(open) => {
          if (!open) close(() => {})
        }}
      >
        <Dialog aria-label={t('editor:link.title')} className="editor-form-inside">
          <Form
            onSubmit={(event) => {
              event.preventDefault()
              save()
            }}
          >
            <FormField
              label={t('editor:link.address')}
              value={address ?? ''}
              onChange={(value) => {
                setAddress(value)
                setWrong(false)
              }}
              error={isWrong ? t('editor:link.wrong') : null}
            />
            <div className="editor-form-actions">
              {isLinked ? (
                <Button look="quiet" onPress={() => close($removeLinks)}>
                  {t('editor:link.remove')}
                </Button>
              ) : null}
              {isLinked && onOpenLink ? (
                <Button look="quiet" onPress={() => onOpenLink(completeUrl(address ?? ''))}>
                  {t('editor:link.open')}
                </Button>
              ) : null}
              <Button look="primary" type="submit">
                {t('editor:done')}
              </Button>
            </div>
          </Form>
        </Dialog>
      </Popover>
    </>
  )
}

function placeAt(anchor: HTMLElement | null, rect: DOMRect | null): void {
  if (!anchor || !rect) return
  anchor.style.left = `${rect.left}px`
  anchor.style.top = `${rect.bottom}px`
}
