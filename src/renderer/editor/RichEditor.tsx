import './editor.css'
import { memo, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { documentIn } from '../../core/rich-text/read-document.ts'
import { rootOf } from '../../core/rich-text/shape.ts'
import { useText } from '../i18n/use-text.ts'
import type { CitationSearch } from './CitationMenu.tsx'
import { type DocKey, openSession, type Session } from './session.ts'
import { StaticText } from './StaticText.tsx'
import { WritingSurface } from './WritingSurface.tsx'

/** What a formatted field needs. */
export type RichEditorProps = {
  readonly docKey: DocKey
  /** The field's whole Yjs state; without one the field is empty. A newer one is merged into what is open. */
  readonly state?: Uint8Array | undefined
  /** What others wrote since: merged into what is open, without moving the caret and without ever being undone here. */
  readonly remote?: readonly { readonly update: Uint8Array }[] | undefined
  /** Takes what was written, merged, at most 300 ms after the first key, on blur, and when the editor goes. */
  readonly onUpdate: (update: Uint8Array) => void
  readonly readOnly?: boolean
  /** The accessible name. */
  readonly label: string
  /** The question that an empty field asks. */
  readonly placeholder: string
  readonly onOpenLink?: ((url: string) => void) | undefined
  /** Finds records for an `@`; without it, nothing can be cited here. */
  readonly onCitationSearch?: CitationSearch | undefined
  /** What a citation shows: its number, or a short name. */
  readonly citationLabel?: ((record: string) => string) | undefined
  readonly onCitationOpen?: ((record: string) => void) | undefined
}

const NONE: NonNullable<RichEditorProps['remote']> = []

/** One field of formatted text, to write or to read. */
export const RichEditor = memo(function RichEditor({
  docKey: { subject, field, locale },
  state,
  remote = NONE,
  readOnly = false,
  citationLabel = bare,
  ...rest
}: RichEditorProps) {
  const { t } = useText()
  // The first state opens the session; later ones are merged below.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  const session = useMemo(() => openSession({ subject, field, locale }, state), [subject, field, locale])
  const condition = useStore(session.condition)
  useEffect(() => {
    if (state) session.takeIn(state)
    for (const { update } of remote) session.takeIn(update)
  }, [session, state, remote])

  if (readOnly || condition !== 'editable') {
    return (
      <div className="editor">
        {condition === 'editable' ? null : <p className="editor-notice">{t(`editor:condition.${condition}`)}</p>}
        <Reading
          session={session}
          locale={locale}
          citationLabel={citationLabel}
          onCitationOpen={rest.onCitationOpen}
          onOpenLink={rest.onOpenLink}
        />
      </div>
    )
  }
  return (
    <WritingSurface
      key={`${subject} ${field} ${locale}`}
      session={session}
      locale={locale}
      label={rest.label}
      placeholder={rest.placeholder}
      onUpdate={rest.onUpdate}
      onOpenLink={rest.onOpenLink}
      onCitationSearch={rest.onCitationSearch}
      citationLabel={citationLabel}
      onCitationOpen={rest.onCitationOpen}
    />
  )
})

type ReadingProps = {
  readonly session: Session
  readonly locale: string
  readonly citationLabel: (record: string) => string
  readonly onCitationOpen: RichEditorProps['onCitationOpen']
  readonly onOpenLink: RichEditorProps['onOpenLink']
}

function Reading({ session, locale, citationLabel, onCitationOpen, onOpenLink }: ReadingProps) {
  const [document, setDocument] = useState(() => documentIn(rootOf(session.doc)))
  useEffect(() => {
    const read = () => setDocument(documentIn(rootOf(session.doc)))
    read()
    session.doc.on('update', read)
    return () => session.doc.off('update', read)
  }, [session])
  return (
    <StaticText
      document={document}
      locale={locale}
      citationLabel={citationLabel}
      onCitationOpen={onCitationOpen}
      onOpenLink={onOpenLink}
    />
  )
}

function bare(record: string): string {
  return record
}
