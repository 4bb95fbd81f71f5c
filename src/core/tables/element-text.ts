import type { ElementType } from '../model/fields.ts'
import { isJsonObject, type Json, jsonText } from '../model/json.ts'
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

const SEPARATOR = ' | '
const NUMBERS = new Set(['number', 'women', 'men', 'youth', 'value'])

/**
 * One element of a set on one line: a code or a name, and its other parts behind a bar. What is empty at the end is
 * left out. `elementFromText` reads it back.
 */
export function elementToText(type: ElementType, value: Json): string {
  if (!isJsonObject(value)) return jsonText(value)
  if (type === 'sdg') {
    const strength = jsonText(value['strength'])
    return jsonText(value['code']) + (strength === 'significant' || strength === '' ? '' : SEPARATOR + strength)
  }
  const parts = (PARTS[type] ?? Object.keys(value)).map((name) => oneLine(jsonText(value[name])))
  const last = parts.findLastIndex((part) => part !== '')
  return parts.slice(0, last + 1).join(SEPARATOR)
}

/** Reads the parts of an element; null where there is nothing. What does not fit is left for the check to refuse. */
export function elementFromText(type: ElementType, text: string): Json {
  const [first = '', ...rest] = text.split('|').map((part) => part.trim())
  if (type === 'sdg') return rest[0] ? { code: first, strength: rest[0] } : first || null
  const names = PARTS[type]
  if (!names) return text.trim() || null
  const parts = names.flatMap((name, index) => {
    const written = index === 0 ? first : (rest[index - 1] ?? '')
    return written === '' ? [] : [[name, readPart(name, written.replaceAll('¦', '|'))] as const]
  })
  return parts.length === 0 ? null : Object.fromEntries(parts)
}

function readPart(name: string, written: string): Json {
  if (NUMBERS.has(name)) return readNumber(written) ?? written
  if (name === 'country') return matchCountry(written) ?? written
  return name === 'date' ? (readDate(written) ?? written) : written
}

/** A bar within a part would begin the next one. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '¦')
}
