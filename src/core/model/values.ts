import { countryExists } from '../taxonomy/countries.ts'
import { isSdgCode } from '../taxonomy/sdgs.ts'
import { done, type Outcome, refused } from '../problem.ts'
import { isSha256 } from './attachment.ts'
import type { ElementType, Field } from './fields.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { SDG_STRENGTHS, SDG_TAG_SOURCES, VOLUNTEER_TYPES } from './kinds.ts'
import { isPartialDate } from './partial-date.ts'
import { cleanLine, cleanText } from './text.ts'
import { TRANSLATION_STATES } from './translation.ts'

const NAME_LIMIT = 500
const QUERY_LIMIT = 1_000
const LIST_LIMIT = 1_000
const KEY_LIMIT = 64
const PAIR_LIMIT = 1_000
/** A stamp for each run of the app that ever changed the source: some thousand of them. */
const SEEN_LIMIT = 200_000

/**
 * Checks a value that a person, a file or a window offers for a single-valued field, and returns it as it is stored:
 * Unicode NFC, no control characters, numbers finite, only the known keys. Null always clears the field.
 */
export function checkValue(field: Field, value: Json): Outcome<Json> {
  if (value === null) return done(null)
  switch (field.type) {
    case 'text':
      return checkText(field.id, value, field.maxLength, cleanLine)
    case 'long-text':
      return checkText(field.id, value, field.maxLength, cleanText)
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value)
        ? done(value)
        : wrong(field.id, field.choices.join(', '))
    case 'flag':
      return typeof value === 'boolean' ? done(value) : wrong(field.id, 'true, false')
    case 'period':
      return checkPeriod(field.id, value)
    case 'source':
      return checkSource(field.id, value)
    case 'json':
      return done(value)
    case 'rich':
    case 'set':
      return wrong(field.id, field.type)
  }
}

/** Checks one element for a set field and returns it as it is stored. A bare SDG code gets the strength `significant`. */
export function checkElement(fieldId: string, element: ElementType, value: Json): Outcome<Json> {
  switch (element) {
    case 'sdg':
      return checkSdg(fieldId, value)
    case 'sdg-code':
      return checkSdgCode(value)
    case 'country':
      return typeof value === 'string' && countryExists(value)
        ? done(value)
        : refused({ code: 'unknown-country', country: shown(value) })
    case 'theme':
      return checkText(fieldId, value, NAME_LIMIT, cleanLine, 1)
    case 'record':
      return checkText(fieldId, value, KEY_LIMIT, cleanLine, 1)
    case 'attachment':
      return checkParts(fieldId, value, { key: required(sha256), name: text(NAME_LIMIT) })
    case 'identity':
      return checkIdentity(fieldId, value)
    case 'pair':
      return checkText(fieldId, value, PAIR_LIMIT, cleanLine, 1)
    case 'translation':
      return checkParts(fieldId, value, { state: required(oneOf(TRANSLATION_STATES)), seen: text(SEEN_LIMIT) })
    case 'searched':
      return checkParts(fieldId, value, {
        query: required(text(QUERY_LIMIT, 1)),
        filters: object,
        date: required(partialDate),
        total: count,
        chosen: listOf((entry) => text(KEY_LIMIT, 1)(entry)),
        excluded: listOf((entry) => parts(entry, { record: required(text(KEY_LIMIT, 1)), reason: text(NAME_LIMIT) })),
      })
    case 'place':
      return checkParts(fieldId, value, { name: required(text(NAME_LIMIT, 1)), country: optionalCountry })
    case 'person':
    case 'organisation':
      return checkParts(fieldId, value, { name: required(text(NAME_LIMIT, 1)), role: text(NAME_LIMIT) })
    case 'volunteers':
      return checkParts(fieldId, value, {
        type: required(oneOf(VOLUNTEER_TYPES)),
        number: count,
        women: count,
        men: count,
        youth: count,
      })
    case 'figure':
      return checkParts(fieldId, value, {
        value: required(finite),
        unit: text(NAME_LIMIT),
        what: text(NAME_LIMIT),
        date: partialDate,
        source: text(NAME_LIMIT),
      })
  }
}

function wrong(field: string, expected: string): Outcome<never> {
  return refused({ code: 'wrong-value', field, expected })
}

function shown(value: Json): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)
}

function checkText(
  field: string,
  value: Json,
  limit: number,
  clean: (text: string) => string,
  least = 0,
): Outcome<Json> {
  if (typeof value !== 'string') return wrong(field, 'text')
  const cleaned = clean(value)
  if (cleaned.length > limit) return refused({ code: 'text-too-long', field, length: cleaned.length, limit })
  return cleaned.trim().length < least ? wrong(field, 'text') : done(cleaned)
}

function checkSdg(field: string, value: Json): Outcome<Json> {
  const code = isJsonObject(value) ? value['code'] : value
  const strength = isJsonObject(value) ? (value['strength'] ?? 'significant') : 'significant'
  if (typeof code !== 'string' || !isSdgCode(code)) return refused({ code: 'unknown-sdg', sdg: shown(code ?? null) })
  if (!SDG_STRENGTHS.some((entry) => entry === strength)) return wrong(field, SDG_STRENGTHS.join(', '))
  const origin = isJsonObject(value) ? parts(value, { from: oneOf(SDG_TAG_SOURCES), framework: text(KEY_LIMIT) }) : {}
  return origin ? done({ code, strength, ...origin }) : wrong(field, SDG_TAG_SOURCES.join(', '))
}

function checkSdgCode(value: Json): Outcome<Json> {
  return typeof value === 'string' && isSdgCode(value)
    ? done(value)
    : refused({ code: 'unknown-sdg', sdg: shown(value) })
}

function checkPeriod(field: string, value: Json): Outcome<Json> {
  const period = parts(value, { from: partialDate, to: partialDate })
  if (!period) return wrong(field, 'YYYY, YYYY-MM, YYYY-MM-DD')
  return done(Object.keys(period).length === 0 ? null : period)
}

function checkSource(field: string, value: Json): Outcome<Json> {
  const source = parts(value, {
    title: text(NAME_LIMIT),
    author: text(NAME_LIMIT),
    publisher: text(NAME_LIMIT),
    year,
    url: text(2000),
    pages: text(100),
  })
  if (!source) return wrong(field, 'title, author, publisher, year, url, pages')
  return done(Object.keys(source).length === 0 ? null : source)
}

/** Names are longer than other keys: an element of this set is named by what its author is called. */
function checkIdentity(field: string, value: Json): Outcome<Json> {
  const name = required(text(NAME_LIMIT, 1))
  const found = parts(value, { key: name, person: name })
  return found && found['key'] !== found['person'] ? done(found) : wrong(field, 'key, person')
}

function checkParts(field: string, value: Json, shape: Shape): Outcome<Json> {
  const found = parts(value, { key: required(text(KEY_LIMIT, 1)), ...shape })
  return found ? done(found) : wrong(field, Object.keys(shape).join(', '))
}

type Part = (value: Json) => Json | undefined
type Shape = { readonly [name: string]: Part & { readonly required?: boolean } }

/** Reads the known keys; undefined where one is wrong or a required one is missing. Empty parts are left out. */
function parts(value: Json, shape: Shape): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined
  const found: { [key: string]: Json } = {}
  for (const [name, part] of Object.entries(shape)) {
    const given = value[name]
    if (given === undefined || given === null || given === '') {
      if (part.required) return undefined
      continue
    }
    const checked = part(given)
    if (checked === undefined) return undefined
    if (checked !== '') found[name] = checked
  }
  return found
}

function required(part: Part): Part & { readonly required: boolean } {
  return Object.assign((value: Json) => part(value), { required: true })
}

function text(limit: number, least = 0): Part {
  return (value) => {
    const checked = checkText('', value, limit, cleanLine, least)
    return checked.ok ? checked.value : undefined
  }
}

/** Several of the same; undefined where one of them is wrong. */
function listOf(part: Part): Part {
  return (value) => {
    if (!Array.isArray(value) || value.length > LIST_LIMIT) return undefined
    const found = value.map(part)
    return found.every((entry) => entry !== undefined) ? found : undefined
  }
}

function oneOf(choices: readonly string[]): Part {
  return (value) => (typeof value === 'string' && choices.includes(value) ? value : undefined)
}

const sha256: Part = (value) => (typeof value === 'string' && isSha256(value) ? value : undefined)
const finite: Part = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
const count: Part = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? value : undefined)
const year: Part = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9999 ? value : undefined
const partialDate: Part = (value) => (typeof value === 'string' && isPartialDate(value) ? value : undefined)
const object: Part = (value) => (isJsonObject(value) ? value : undefined)
const optionalCountry: Part = (value) => (typeof value === 'string' && countryExists(value) ? value : undefined)
