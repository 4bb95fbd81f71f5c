import type { Card } from '../../../core/model/card.ts'
import type { Lang } from '../../../core/model/lang.ts'
import { countryName } from '../../../core/taxonomy/countries.ts'

const NO_BREAK = '\u00a0'
const JOINED = '\u2060'

/** Where and when, as short as it can be said: "Podor (Senegal) · 2011–2013"; empty where neither is known. */
export function placeAndYears(card: Card, lang: Lang): string {
  return [placeOf(card, lang), yearsOf(card)].filter((part) => part !== '').join(`${NO_BREAK}· `)
}

function placeOf(card: Card, lang: Lang): string {
  const countries = card.countries.map((code) => countryName(code, lang)).join(', ')
  const places = card.places.join(', ')
  if (places === '') return countries
  return countries === '' ? places : `${places} (${countries})`
}

function yearsOf(card: Card): string {
  const [from, to] = [card.from, card.to].map((date) => date?.slice(0, 4) ?? '')
  if (!from || !to || from === to) return from || to || ''
  return `${from}${JOINED}–${JOINED}${to}`
}
