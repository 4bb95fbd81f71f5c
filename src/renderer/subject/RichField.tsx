import './subject.css'
import { memo, useMemo } from 'react'
import { fieldKey } from '../../core/history/change.ts'
import type { Field } from '../../core/model/fields.ts'
import { call } from '../app/client.ts'
import { RichEditor, type RichEditorProps } from '../editor/RichEditor.tsx'
import { useText } from '../i18n/use-text.ts'
import { fieldLabel, fieldQuestion } from './field-words.ts'
import { SourceText } from './SourceText.tsx'
import { TranslationNote } from './TranslationNote.tsx'
import { useSubjectHere, useSubjectState } from './use-open-subject.ts'

type RichFieldProps = {
  readonly id: string
  readonly kind: string
  readonly field: Field
  /** What the editor needs to cite records, where that makes sense. */
  readonly citations?: Pick<RichEditorProps, 'onCitationSearch' | 'citationLabel' | 'onCitationOpen'>
}

/** One section of formatted text: its heading, the question it answers, and what was written. */
export const RichField = memo(function RichField({ id, kind, field, citations }: RichFieldProps) {
  const { t } = useText()
  const { subject, lang, isReadOnly } = useSubjectHere()
  const key = fieldKey(field.id, lang)
  const text = useSubjectState(subject, (state) => state.view?.rich[key]?.text ?? '')
  const state = useSubjectState(subject, (now) => now.view?.rich[key]?.state)
  const docKey = useMemo(() => ({ subject: id, field: field.id, locale: lang }), [id, field.id, lang])
  return (
    <>
      <RichEditor
        key={key}
        docKey={docKey}
        state={state}
        readOnly={isReadOnly}
        label={fieldLabel(t, field.id)}
        placeholder={fieldQuestion(t, kind, field.id)}
        onUpdate={(update) => subject.take({ op: 'edit', field: field.id, locale: lang, update })}
        onOpenLink={(url) => void call('shell.openLink', { url })}
        {...citations}
      />
      <SourceText field={field} isEmpty={text.trim() === ''} />
      <TranslationNote field={field.id} />
    </>
  )
})
