import countryTable from '../../../resources/taxonomies/countries.json' with { type: 'json' }
import type { Lang } from '../model/lang.ts'
import { foldName } from './fold.ts'

/** A country or territory of ISO 3166-1, known everywhere by its alpha-3 code. */
export type Country = {
  readonly code: string
  readonly alpha2: string
  readonly numeric?: string
  readonly name: Readonly<Record<Lang, string>>
  readonly also?: readonly string[]
}

/** Every country and territory, ordered by code. */
export const COUNTRIES: readonly Country[] = countryTable

const countryByCode = new Map(COUNTRIES.map((country) => [country.code, country]))

const codeByKey = new Map(COUNTRIES.flatMap((country) => codesOf(country).map((key) => [key, country.code])))
const codeByName = new Map(COUNTRIES.flatMap((country) => namesOf(country).map((name) => [name, country.code])))

function codesOf({ code, alpha2, numeric }: Country): readonly string[] {
  return numeric === undefined ? [code, alpha2] : [code, alpha2, numeric]
}

function namesOf({ name, also }: Country): readonly string[] {
  return [...Object.values(name), ...(also ?? [])].map(foldName)
}

/** Whether a text is exactly the alpha-3 code of a country or territory. */
export function countryExists(code: string): boolean {
  return countryByCode.has(code)
}

/**
 * The alpha-3 code of the country that a person means by an ISO code (two letters, three letters or digits) or by a
 * name in any of the three languages. Codes win over names.
 */
export function matchCountry(codeOrName: string): string | undefined {
  const key = codeOrName.trim().toUpperCase()
  const digits = /^\d{1,3}$/.test(key) ? key.padStart(3, '0') : key
  return codeByKey.get(digits) ?? codeByName.get(foldName(codeOrName))
}

/** A country's short name; an unknown code stands for itself. */
export function countryName(code: string, lang: Lang): string {
  return countryByCode.get(code)?.name[lang] ?? code
}
