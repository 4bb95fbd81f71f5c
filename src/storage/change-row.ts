import type { Change } from '../core/history/change.ts'
import { isStamp } from '../core/history/stamp.ts'
import { canonicalJson, type Json } from '../core/model/json.ts'
import type { Row } from './connection.ts'

/** The columns of `change`, in the order of `toRow` and `toChange`. */
export const CHANGE_COLUMNS = 'id, at, author, subject, kind, field, locale, op, value, bytes, replaces'

/** The furthest moments a JavaScript date can hold. */
const LAST_MOMENT = 8_640_000_000_000_000
/** Longest name of a subject, kind, field, language or operation. Ours are far shorter. */
const NAME_LIMIT = 200
const AUTHOR_LIMIT = 1_000

/** Writes a change as a row: JSON as readable text, Yjs edits as bytes. Half surrogate pairs become U+FFFD, as SQLite is UTF-8. */
export function toRow(change: Change): Row {
  const { value } = change
  return [
    change.id,
    change.at,
    change.author.toWellFormed(),
    change.subject,
    change.kind,
    change.field,
    change.locale,
    change.op,
    value instanceof Uint8Array ? null : canonicalJson(value),
    value instanceof Uint8Array ? value : null,
    JSON.stringify(change.replaces),
  ]
}

/** Reads a row that came from anywhere, or undefined where it is no change. Holds it to what the table's `CHECK`s say. */
export function toChange(row: Row): Change | undefined {
  const [id, at, author, subject, kind, field, locale, op, json, bytes, replaces] = row
  if (typeof id !== 'string' || !isStamp(id)) return undefined
  if (typeof at !== 'number' || !Number.isInteger(at) || Math.abs(at) > LAST_MOMENT) return undefined
  if (!isText(author, 0, AUTHOR_LIMIT) || !isText(locale, 0, NAME_LIMIT)) return undefined
  if (!isText(subject, 1, NAME_LIMIT) || !isText(kind, 1, NAME_LIMIT)) return undefined
  if (!isText(field, 1, NAME_LIMIT) || !isText(op, 1, NAME_LIMIT)) return undefined
  const value = readValue(json, bytes)
  const ids = typeof replaces === 'string' ? parseJson(replaces) : undefined
  if (value === undefined || !Array.isArray(ids)) return undefined
  const named = ids.filter((entry) => typeof entry === 'string')
  return { id, at, author, subject, kind, field, locale, op, value, replaces: named }
}

/** Reads JSON text, or undefined where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function readValue(json: Row[number] | undefined, bytes: Row[number] | undefined): Change['value'] | undefined {
  if (typeof json === 'string' && bytes === null) return parseJson(json)
  return bytes instanceof Uint8Array && json === null ? bytes : undefined
}

/** Lengths are counted in characters, as SQLite counts them. */
function isText(value: Row[number] | undefined, shortest: number, longest: number): value is string {
  if (typeof value !== 'string' || value.length > longest * 2) return false
  const length = value.length <= longest ? value.length : [...value].length
  return length >= shortest && length <= longest
}
