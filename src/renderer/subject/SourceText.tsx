import './subject.css'
import type { Field } from '../../core/model/fields.ts'
import { useText } from '../i18n/use-text.ts'
import { useSubjectHere, useSubjectState } from './use-open-subject.ts'
import { sourceLang, textOf } from './versions.ts'

type SourceTextProps = { readonly field: Field; readonly isEmpty: boolean }

/** What the language it was written in says, shown quietly beneath while this version is empty. */
export function SourceText({ field, isEmpty }: SourceTextProps) {
  const { t } = useText()
  const { subject, lang } = useSubjectHere()
  const view = useSubjectState(subject, (state) => state.view)
  if (!view || !field.localized || !isEmpty) return null
  const source = sourceLang(view)
  const text = source === lang ? '' : textOf(view, field.id, source)
  if (text.trim() === '') return null
  return (
    <blockquote className="source-text" lang={source}>
      <span className="source-lang">{t(`briefs:in.${source}`)}</span>
      {text}
    </blockquote>
  )
}
