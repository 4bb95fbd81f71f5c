import { useState } from 'react'
import { fieldKey } from '../../../core/history/change.ts'
import type { Field } from '../../../core/model/fields.ts'
import { useText } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { RichField } from '../../subject/RichField.tsx'
import { useFocusWithin } from '../../subject/use-focus-within.ts'
import { useSubjectHere, useSubjectState } from '../../subject/use-open-subject.ts'
import { QualityPrompt } from './QualityPrompt.tsx'

type SectionProps = { readonly id: string; readonly kind: string; readonly field: Field }

/** One section of the template: heading, text, and a question under it while it says little. */
export function Section({ id, kind, field }: SectionProps) {
  const { t } = useText()
  const { subject, lang, isReadOnly } = useSubjectHere()
  const text = useSubjectState(subject, (state) => state.view?.rich[fieldKey(field.id, lang)]?.text ?? '')
  const [isBeingWritten, setBeingWritten] = useState(false)

  const section = useFocusWithin<HTMLElement>({
    onEnter: () => setBeingWritten(true),
    onLeave: () => setBeingWritten(false),
  })

  if (isReadOnly && text.trim() === '') return null
  return (
    <section ref={section} className="part" data-part={field.id}>
      <h2 className="part-heading">{fieldLabel(t, field.id)}</h2>
      <RichField id={id} kind={kind} field={field} />
      <QualityPrompt id={id} kind={kind} field={field.id} text={text} isBeingWritten={isBeingWritten} />
    </section>
  )
}
