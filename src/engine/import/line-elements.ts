import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts'
import { matchCountry } from '../../core/taxonomy/countries.ts'
import { matchSdg } from '../../core/taxonomy/sdgs.ts'
import { keep, keepEntry, type Reading } from './reading.ts'

/** One element for a set field, not yet checked against the model. */
export type LineElement = { readonly field: string; readonly value: Json }

/** Set fields whose elements are objects: each is named by its place in the list, so that importing again replaces it. */
const STRUCTURED = ['people', 'organisations', 'volunteers', 'figures', 'places'] as const

/** Reads the lists of a line: tags by their codes or names, people and figures by their parts. */
export function readElements(reading: Reading, line: JsonObject): readonly LineElement[] {
  const structured = STRUCTURED.flatMap((field) =>
    readList(reading, line, field).map((value, index) => {
      const parts = isJsonObject(value) ? value : { name: value }
      return { field, value: { ...parts, key: `import-${index + 1}` } }
    }),
  )
  const records = readList(reading, line, 'records').map((value) => ({ field: 'records', value }))
  return [...readSdgs(reading, line), ...readCountries(reading, line), ...structured, ...records]
}

function readSdgs(reading: Reading, line: JsonObject): readonly LineElement[] {
  const strengths = isJsonObject(line['sdgStrength']) ? line['sdgStrength'] : {}
  return readList(reading, line, 'sdgs').flatMap((given): LineElement[] => {
    const written = typeof given === 'number' ? String(given) : given
    const code = typeof written === 'string' ? matchSdg(written) : undefined
    if (typeof written !== 'string' || code === undefined) {
      keepEntry(reading, 'sdgs', given, { code: 'unknown-sdg', sdg: shown(given) })
      return []
    }
    const strength = strengths[written] ?? strengths[code] ?? 'significant'
    return [{ field: 'sdgs', value: { code, strength } }]
  })
}

function readCountries(reading: Reading, line: JsonObject): readonly LineElement[] {
  return readList(reading, line, 'countries').flatMap((given): LineElement[] => {
    const code = typeof given === 'string' ? matchCountry(given) : undefined
    if (code !== undefined) return [{ field: 'countries', value: code }]
    keepEntry(reading, 'countries', given, { code: 'unknown-country', country: shown(given) })
    return []
  })
}

/** Reads the names of themes as they are written. */
export function readThemes(reading: Reading, line: JsonObject): readonly string[] {
  return readList(reading, line, 'themes').flatMap((given) => {
    if (typeof given === 'string') return given.trim() === '' ? [] : [given.trim()]
    keepEntry(reading, 'themes', given, { code: 'wrong-value', field: 'themes', expected: 'text' })
    return []
  })
}

/** A list, or one text with commas or semicolons; briefs have no list but that of their records. */
function readList(reading: Reading, line: JsonObject, key: string): readonly Json[] {
  if (reading.kind === 'brief' ? key !== 'records' : key === 'records') return []
  const value = line[key] ?? null
  if (value === null) return []
  if (Array.isArray(value)) return value as readonly Json[]
  if (typeof value === 'string')
    return value
      .split(/[;,]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  keep(reading, key, value, { code: 'wrong-value', field: key, expected: '[…]' })
  return []
}

function shown(value: Json): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)
}
