import { registerRichText } from '@lexical/rich-text'
import { registerTablePlugin, registerTableSelectionObserver } from '@lexical/table'
import { $getRoot, mergeRegister } from 'lexical'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { onHandOn } from '../app/flush.ts'
import { activate, deactivate } from './active-editor.ts'
import { bindYjs } from './bind-yjs.ts'
import { CitationMenu, type CitationSearch } from './CitationMenu.tsx'
import { registerClipboard } from './clipboard.ts'
import { createFieldEditor } from './create-editor.ts'
import { Decorators } from './Decorators.tsx'
import { EditorHostContext } from './EditorHost.tsx'
import { LinkForm } from './LinkForm.tsx'
import { registerLinkClicks } from './link-clicks.ts'
import { $isTextBlockNode } from './nodes/text-block-node.ts'
import { onMac } from './on-mac.ts'
import { openOutbox } from './outbox.ts'
import type { Session } from './session.ts'
import { useLatest } from './use-latest.ts'
import { registerWriting } from './writing.ts'

/** What the surface needs from around it. */
export type SurfaceProps = {
  readonly session: Session
  readonly locale: string
  readonly label: string
  readonly placeholder: string
  readonly onUpdate: (update: Uint8Array) => void
  readonly onOpenLink: ((url: string) => void) | undefined
  readonly onCitationSearch: CitationSearch | undefined
  readonly citationLabel: (record: string) => string
  readonly onCitationOpen: ((record: string) => void) | undefined
}

/** The text of one field to be written in. What is typed leaves it within 300 ms, on blur, and when it goes. */
export function WritingSurface(props: SurfaceProps) {
  const { session, locale, label, placeholder, onOpenLink, onCitationSearch, citationLabel, onCitationOpen } = props
  const root = useRef<HTMLDivElement>(null)
  const latest = useLatest(props)
  const [editor] = useState(createFieldEditor)
  const [isEmpty, setEmpty] = useState(true)
  const flush = useRef<() => void>(() => {})

  useLayoutEffect(() => {
    const outbox = openOutbox(session.doc, (update) => latest.current.onUpdate(update))
    flush.current = outbox.flush
    // First: tables look for their elements as soon as they are listened to.
    editor.setRootElement(root.current)
    const release = mergeRegister(
      registerRichText(editor),
      registerTablePlugin(editor),
      registerTableSelectionObserver(editor),
      registerWriting(editor, onMac),
      registerClipboard(editor, {
        citationLabel: (record) => latest.current.citationLabel(record),
        canCite: () => latest.current.onCitationSearch !== undefined,
      }),
      registerLinkClicks(editor, (url) => latest.current.onOpenLink?.(url)),
      editor.registerUpdateListener(({ editorState }) => setEmpty(editorState.read($isBlank))),
      bindYjs(editor, session.doc),
    )
    return () => {
      outbox.close()
      deactivate(editor)
      editor.setRootElement(null)
      release()
    }
  }, [editor, session, latest])

  useEffect(() => {
    const flushNow = () => flush.current()
    const forget = onHandOn(flushNow)
    window.addEventListener('pagehide', flushNow)
    return () => {
      forget()
      window.removeEventListener('pagehide', flushNow)
    }
  }, [])

  const host = useMemo(() => ({ citationLabel, onCitationOpen }), [citationLabel, onCitationOpen])
  return (
    <EditorHostContext value={host}>
      <div className="editor">
        <div
          ref={root}
          className="editor-text"
          contentEditable
          suppressContentEditableWarning
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no text area holds a formatted text
          role="textbox"
          tabIndex={0}
          aria-multiline
          aria-label={label}
          aria-placeholder={placeholder}
          {...(onCitationSearch && { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' })}
          lang={locale}
          spellCheck={false}
          onFocus={() => activate({ editor, canCite: onCitationSearch !== undefined })}
          onBlur={() => flush.current()}
        />
        {isEmpty ? (
          <div className="editor-placeholder" aria-hidden>
            {placeholder}
          </div>
        ) : null}
        <Decorators editor={editor} />
        <LinkForm editor={editor} onOpenLink={onOpenLink} />
        {onCitationSearch ? <CitationMenu editor={editor} search={onCitationSearch} /> : null}
      </div>
    </EditorHostContext>
  )
}

/** Whether nothing at all is there: an empty heading or bullet shows that something was begun. */
function $isBlank(): boolean {
  const [only, ...others] = $getRoot().getChildren()
  if (!only || others.length > 0) return !only
  return $isTextBlockNode(only) && only.getKind() === 'paragraph' && only.isEmpty()
}
