import { useMemo, useState } from 'react'
import { countryName } from '../../../core/taxonomy/countries.ts'
import { useText } from '../../i18n/use-text.ts'
import { countryRows } from './country-rows.ts'
import { PickedTags } from './PickedTags.tsx'
import { PickerField } from './PickerField.tsx'

type CountryPickerProps = {
  readonly label: string
  readonly chosen: readonly string[]
  readonly isReadOnly: boolean
  readonly onAdd: (code: string) => void
  readonly onRemove: (code: string) => void
}

/** Countries by name in the person's language; a name in another language or an ISO code finds them too. */
export function CountryPicker({ label, chosen, isReadOnly, onAdd, onRemove }: CountryPickerProps) {
  const { t, lang } = useText()
  const [typed, setTyped] = useState('')
  const rows = useMemo(() => countryRows(typed, lang), [typed, lang])
  const picked = useMemo(() => new Set(chosen), [chosen])
  const tags = chosen.map((code) => ({ id: code, label: countryName(code, lang) }))
  return (
    <PickedTags label={label} tags={tags} isReadOnly={isReadOnly} onRemove={onRemove}>
      <PickerField
        label={label}
        placeholder={t('pickers:country.placeholder')}
        typed={typed}
        onType={setTyped}
        rows={rows}
        chosen={picked}
        onPick={(code) => (picked.has(code) ? onRemove(code) : onAdd(code))}
        emptyText={t('pickers:country.none')}
      />
    </PickedTags>
  )
}
