import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { Check } from 'lucide-react'
import { useText } from '../../../i18n/use-text.ts'
import { fieldLabel, fieldQuestion } from '../../../subject/field-words.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'
import { Select } from '../../../ui/Select.tsx'
import { Fact } from './Fact.tsx'

type ChoiceFactProps = { readonly kind: string; readonly field: string; readonly choices: readonly string[] }

/** One of a few words that say how something stands. */
export function ChoiceFact({ kind, field, choices }: ChoiceFactProps) {
  return (
    <Fact kind={kind} field={field}>
      <ChoiceField field={field} choices={choices} />
    </Fact>
  )
}

/** The choice alone, for places that name it otherwise. */
export function ChoiceField({
  field,
  choices,
  quiet = false,
}: Omit<ChoiceFactProps, 'kind'> & { readonly quiet?: boolean }) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const kept = useSubjectState(subject, (state) => state.view?.values[field]?.value)
  // Whatever nobody has said more of is at its beginning; a stage may also not be known.
  const value = kept ?? (field === 'state' ? choices[0] : null)
  if (isReadOnly) return <span>{typeof value === 'string' ? t(`kinds:choices.${field}.${value}`) : null}</span>
  return (
    <Select
      label={fieldLabel(t, field)}
      labelHidden
      quiet={quiet}
      placeholder={t('record:facts.notChosen')}
      options={choices.map((id) => ({ id, label: t(`kinds:choices.${field}.${id}`) }))}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => subject.take({ op: 'set', field, value: next })}
    />
  )
}

/** Something that is so or not, with a sentence on what that means. */
export function FlagFact({ kind, field }: { readonly kind: string; readonly field: string }) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const value = useSubjectState(subject, (state) => state.view?.values[field]?.value)
  return (
    <Fact kind={kind} field={field}>
      <CheckboxField
        isSelected={value === true}
        isDisabled={isReadOnly}
        onChange={(isSo) => subject.take({ op: 'set', field, value: isSo })}
      >
        <CheckboxButton className="fact-flag">
          <span aria-hidden className="fact-flag-box">
            {value === true ? <Check size={12} strokeWidth={3} /> : null}
          </span>
          <span className="fact-flag-words">{fieldQuestion(t, kind, field)}</span>
        </CheckboxButton>
      </CheckboxField>
    </Fact>
  )
}
