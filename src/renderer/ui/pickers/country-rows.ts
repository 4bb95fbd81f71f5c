import type { Lang } from '../../../core/model/lang.ts'
import { COUNTRIES, type Country } from '../../../core/taxonomy/countries.ts'
import { collator, folded } from '../../i18n/format.ts'
import { matchesWords } from './matches.ts'
import type { PickerRow } from './picker-row.ts'

/** The countries to offer, by name in the person's language; found by any name or ISO code, those that begin so first. */
export function countryRows(typed: string, lang: Lang): readonly PickerRow[] {
  const order = collator(lang)
  const begin = folded(typed.trim())
  const rank = ({ name }: Country) => (begin !== '' && folded(name[lang]).startsWith(begin) ? 0 : 1)
  return COUNTRIES.filter((country) => matchesWords(typed, namesOf(country)))
    .sort((a, b) => rank(a) - rank(b) || order.compare(a.name[lang], b.name[lang]))
    .map(({ code, name }) => ({ id: code, label: name[lang], level: 1 }))
}

function namesOf({ code, alpha2, name, also }: Country): readonly string[] {
  return [...Object.values(name), ...(also ?? []), code, alpha2]
}
