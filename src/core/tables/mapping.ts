import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { isRecordKind, RECORD_KINDS, type RecordKind } from '../model/kinds.ts'
import { isLang, type Lang } from '../model/lang.ts'
import { done, type Outcome, refused } from '../problem.ts'
import { EXTRA, readTarget, SKIPPED } from './target.ts'

/** Where each column of a table goes. A file of it can be shared; `readMapping` reads it. */
export type Mapping = {
  /** The kind of record that a row becomes, unless a column says it. */
  readonly kind: RecordKind
  /** The language of texts whose column does not say it; null finds it out row by row. */
  readonly lang: Lang | null
  /** Whether cells of text are Markdown, or mean exactly what they say. */
  readonly text: 'plain' | 'markdown'
  /** The sheet with one row a record; absent for the only or first one. */
  readonly sheet?: string
  /** Target by the column's name. A column that is not here is kept with the record's other details. */
  readonly columns: Readonly<Record<string, string>>
}

const FORMAT = 'import-map'
const VERSION = 1

/** The mapping as the JSON of a file. */
export function mappingToJson(mapping: Mapping): JsonObject {
  const { kind, lang, text, sheet, columns } = mapping
  return { temoin: FORMAT, version: VERSION, kind, lang, text, ...(sheet === undefined ? {} : { sheet }), columns }
}

/** Reads a mapping from a file; names what is wrong with it. */
export function readMapping(json: Json): Outcome<Mapping> {
  if (!isJsonObject(json) || !isJsonObject(json['columns'])) return wrong('columns', '{"…": "title"}')
  const { kind = 'case-study', lang = null, text = 'plain', sheet } = json
  if (typeof kind !== 'string' || !isRecordKind(kind)) return refused({ code: 'unknown-kind', kind: shown(kind) })
  if (lang !== null && !isLang(lang)) return refused({ code: 'unknown-lang', lang: shown(lang) })
  if (text !== 'plain' && text !== 'markdown') return wrong('text', 'plain, markdown')
  if (sheet !== undefined && typeof sheet !== 'string') return wrong('sheet', 'text')
  for (const target of Object.values(json['columns'])) {
    if (typeof target !== 'string' || !isTarget(kind, target)) {
      return refused({ code: 'unknown-field', field: shown(target), kind })
    }
  }
  const columns = json['columns'] as Readonly<Record<string, string>>
  return done({ kind, lang, text, ...(sheet === undefined ? {} : { sheet }), columns })
}

/** Whether a mapping may send a column there. */
function isTarget(kind: RecordKind, target: string): boolean {
  return (
    target === SKIPPED ||
    target === EXTRA ||
    [kind, ...RECORD_KINDS].some((one) => readTarget(one, target) !== undefined)
  )
}

function wrong(field: string, expected: string): Outcome<never> {
  return refused({ code: 'wrong-value', field, expected })
}

function shown(value: Json): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)
}
