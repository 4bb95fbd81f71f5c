import './facts.css'
import type { Field } from '../../../../core/model/fields.ts'
import { findKind } from '../../../../core/model/kinds.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'
import { NearbyPanel } from '../../../subject/nearby/NearbyPanel.tsx'
import { useSuggestions } from '../../../subject/suggest/use-suggestions.ts'
import { isRowElement } from './parts.ts'
import { PeriodFact } from './PeriodFact.tsx'
import { ChoiceFact, FlagFact } from './PlainFacts.tsx'
import { RowsFact } from './RowsFact.tsx'
import { SourceFact } from './SourceFact.tsx'
import { SuggestionsContext } from './suggestions.ts'
import { CountriesFact, SdgFact, ThemesFact } from './TagFacts.tsx'

/** Everything about a record that is not its text, in the order its kind declares it. */
export function FactsPanel({ kind }: { readonly kind: string }) {
  const { subject, lang, isReadOnly } = useSubjectHere()
  const suggestions = useSuggestions(subject, lang, !isReadOnly)
  const fields = findKind(kind)?.fields.filter(({ place, id }) => place === 'facts' && id !== 'state') ?? []
  return (
    <SuggestionsContext value={suggestions}>
      <div className="record-facts">
        {isReadOnly ? null : <NearbyPanel />}
        {fields.map((field) => (
          <FactOf key={field.id} kind={kind} field={field} />
        ))}
      </div>
    </SuggestionsContext>
  )
}

function FactOf({ kind, field }: { readonly kind: string; readonly field: Field }) {
  const { subject, isReadOnly } = useSubjectHere()
  const isEmpty = useSubjectState(subject, ({ view }) => {
    const value = view?.values[field.id]?.value
    return !view?.sets[field.id]?.length && (value === undefined || value === null || value === false)
  })
  // A fact that is not known is only worth the room where somebody can write it down.
  if (isReadOnly && isEmpty) return null
  switch (field.type) {
    case 'choice':
      return <ChoiceFact kind={kind} field={field.id} choices={field.choices} />
    case 'flag':
      return <FlagFact kind={kind} field={field.id} />
    case 'period':
      return <PeriodFact kind={kind} field={field.id} />
    case 'source':
      return <SourceFact kind={kind} field={field.id} />
    case 'set':
      if (field.element === 'sdg') return <SdgFact kind={kind} field={field.id} />
      if (field.element === 'theme') return <ThemesFact kind={kind} field={field.id} />
      if (field.element === 'country') return <CountriesFact kind={kind} field={field.id} />
      return isRowElement(field.element) ? <RowsFact kind={kind} field={field.id} element={field.element} /> : null
    default:
      return null
  }
}
