import { isJsonObject, type Json } from './json.ts'

/** Says how a tag came to be, not what it says. */
const ABOUT_THE_TAG = ['from', 'framework']

/**
 * What an element of a set says, without how it came to be: two people who tag the same goal have no conflict because
 * one of them accepted a suggestion. Every other value says what it is.
 */
export function meaningOf(value: Json): Json {
  if (!isJsonObject(value) || typeof value['code'] !== 'string') return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !ABOUT_THE_TAG.includes(name)))
}
