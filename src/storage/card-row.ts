import { type Json, isJsonObject } from '../core/model/json.ts'
import { isLang } from '../core/model/lang.ts'
import type { Card } from '../core/model/card.ts'
import { parseJson } from './change-row.ts'

type Check = (value: Json | undefined) => boolean

const isString: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number'
const isFlag: Check = (value) => typeof value === 'boolean'
const isStringOrNull: Check = (value) => value === null || typeof value === 'string'
const isTextByLang: Check = (value) => isJsonObject(value) && Object.values(value).every(isString)
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

/** What each part of a card must be; leaving one out does not compile. */
const CHECKS: { readonly [Part in keyof Card]-?: Check } = {
  id: isString,
  kind: isString,
  externalId: isStringOrNull,
  lang: isLang,
  languages: isListOf(isLang),
  titles: isTextByLang,
  summaries: isTextByLang,
  sdgs: isListOf((tag) => isJsonObject(tag) && isString(tag['code']) && isString(tag['strength'])),
  themes: isListOf(isString),
  countries: isListOf(isString),
  places: isListOf(isString),
  from: isStringOrNull,
  to: isStringOrNull,
  state: isString,
  illustrative: isFlag,
  contested: isNumber,
  deleted: isFlag,
  createdAt: isNumber,
  modifiedAt: isNumber,
  author: isString,
}

const PARTS = Object.entries(CHECKS)

/** Reads a card's JSON, or undefined where it is no card: made by another version, or by a stranger. */
export function toCard(json: string): Card | undefined {
  const value = parseJson(json)
  if (!isJsonObject(value) || !PARTS.every(([part, check]) => check(value[part]))) return undefined
  return value as unknown as Card
}
