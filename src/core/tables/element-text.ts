import type { ElementType } from '../model/fields.ts'
import type { Json } from '../model/json.ts'
import { matchCountry } from '../taxonomy/countries.ts'
import { readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'

/** The parts of an element that has several, in the order in which a cell holds them. */
const PARTS: { readonly [type in ElementType]?: readonly string[] } = {
  place: ['name', 'country'],
  person: ['name', 'role'],
  organisation: ['name', 'role'],
  volunteers: ['type', 'number', 'women', 'men', 'youth'],
  figure: ['value', 'unit', 'what', 'date', 'source'],
}

const NUMBERS = new Set(['number', 'women', 'men', 'youth', 'value'])

/** Reads the parts of an element; null where there is nothing. What does not fit is left for the check to refuse. */
export function elementFromText(type: ElementType, text: string): Json {
  const [first = '', ...rest] = text.split('|').map((part) => part.trim().replaceAll('¦', '|'))
  if (type === 'sdg') return rest[0] ? { code: first, strength: rest[0] } : first || null
  const names = PARTS[type]
  if (!names) return text.trim() || null
  const parts = names.flatMap((name, index) => {
    const written = index === 0 ? first : (rest[index - 1] ?? '')
    return written === '' ? [] : [[name, readPart(name, written)] as const]
  })
  return parts.length === 0 ? null : Object.fromEntries(parts)
}

function readPart(name: string, written: string): Json {
  if (NUMBERS.has(name)) return readNumber(written) ?? written
  if (name === 'country') return matchCountry(written) ?? written
  return name === 'date' ? (readDate(written) ?? written) : written
}
