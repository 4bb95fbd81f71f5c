import './subject.css'
import { type KeyboardEvent, useId } from 'react'
import type { Field } from '../../core/model/fields.ts'
import { problemText } from '../i18n/problem-text.ts'
import { useText } from '../i18n/use-text.ts'
import { ContestedNote } from './ContestedNote.tsx'
import { fieldLabel, fieldQuestion } from './field-words.ts'
import { draftKeyOf } from './open-subject.ts'
import { GrowingText } from './GrowingText.tsx'
import { SourceText } from './SourceText.tsx'
import { TranslationNote } from './TranslationNote.tsx'
import { useSubjectHere, useSubjectState } from './use-open-subject.ts'

type PlainTextProps = {
  readonly kind: string
  readonly field: Field
  /** How it reads on the page: as its title, or as running text under a small label. */
  readonly look: 'title' | 'text'
}

/** Text without formatting that looks like text: grows with what is typed, saved as it is typed. */
export function PlainText({ kind, field, look }: PlainTextProps) {
  const { t } = useText()
  const id = useId()
  const { subject, lang, isReadOnly } = useSubjectHere()
  const locale = field.localized ? lang : ''
  const key = draftKeyOf(field.id, locale)
  const value = useSubjectState(subject, (state) => state.view?.values[key])
  const draft = useSubjectState(subject, (state) => state.drafts[key])
  const typed = draft?.step.op === 'set' ? draft.step.value : value?.value
  const isOneLine = field.type === 'text'
  const complaint = draft?.refused ? problemText(draft.refused, t) : null

  function press(event: KeyboardEvent): void {
    // A title has one line: Enter goes on to what follows it.
    if (isOneLine && event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      focusNext(event.currentTarget)
    }
  }

  if (isReadOnly && !typed && look !== 'title') return null
  return (
    <div className={`plain plain-${look}`} data-part={field.id}>
      <label htmlFor={id} className={look === 'title' ? 'unseen' : 'part-heading'}>
        {fieldLabel(t, field.id)}
      </label>
      <GrowingText
        id={id}
        lang={locale || undefined}
        className="plain-input"
        placeholder={isReadOnly ? '' : fieldQuestion(t, kind, field.id)}
        value={typeof typed === 'string' ? typed : ''}
        readOnly={isReadOnly}
        spellCheck
        aria-invalid={complaint !== null}
        aria-describedby={complaint ? `${id}-complaint` : undefined}
        onType={(text) => {
          const value = isOneLine ? text.replace(/\s*\n\s*/g, ' ') : text
          subject.type(key, { op: 'set', field: field.id, ...(locale === '' ? {} : { locale }), value })
        }}
        onFocus={() => subject.hold(key)}
        onBlur={() => {
          subject.release()
          void subject.flush()
        }}
        onKeyDown={press}
      />
      {complaint ? (
        <p id={`${id}-complaint`} className="field-error" role="alert">
          {complaint.what} {complaint.todo}
        </p>
      ) : null}
      {value?.contested ? (
        <ContestedNote
          kind={kind}
          field={field.id}
          value={value}
          isReadOnly={isReadOnly}
          onChoose={(chosen) => subject.choose(field.id, locale, chosen)}
        />
      ) : null}
      <SourceText field={field} isEmpty={typeof typed !== 'string' || typed.trim() === ''} />
      <TranslationNote field={field.id} />
    </div>
  )
}

function focusNext(input: Element): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')]
  const here = parts.findIndex((part) => part.contains(input))
  const next = parts[here + 1]?.querySelector<HTMLElement>('textarea, [contenteditable]')
  next?.focus()
}
