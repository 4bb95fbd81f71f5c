import { useMemo, useState } from 'react'
import { countryName, matchCountry } from '../../../core/taxonomy/countries.ts'
import { useText } from '../../i18n/use-text.ts'
import { countryRows } from './country-rows.ts'
import { PickerField } from './PickerField.tsx'

type CountryFieldProps = {
  readonly label: string
  /** An alpha-3 code, or empty. */
  readonly value: string
  readonly onChange: (code: string) => void
}

/** One country, by part of its name in any language; what is typed in full counts when the field is left. */
export function CountryField({ label, value, onChange }: CountryFieldProps) {
  const { t, lang } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const rows = useMemo(() => countryRows(typed ?? '', lang), [typed, lang])
  const chosen = useMemo(() => new Set(value === '' ? [] : [value]), [value])

  function leave(): void {
    if (typed?.trim() === '') onChange('')
    const meant = typed === null ? undefined : matchCountry(typed)
    if (meant !== undefined) onChange(meant)
    setTyped(null)
  }

  return (
    <PickerField
      label={label}
      placeholder=""
      isSingle
      typed={typed ?? (value === '' ? '' : countryName(value, lang))}
      onType={setTyped}
      rows={rows}
      chosen={chosen}
      onPick={(code) => {
        onChange(code)
        setTyped(null)
      }}
      onLeave={leave}
      emptyText={t('pickers:country.none')}
    />
  )
}
