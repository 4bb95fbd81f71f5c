import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts'
import { findField, isRecordKind, RECORD_KINDS } from '../../core/model/kinds.ts'
import { isLang, type Lang } from '../../core/model/lang.ts'
import { cleanLine } from '../../core/model/text.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { type LineElement, readElements, readThemes } from './line-elements.ts'
import { putValue, readTexts, readTranslations, textKeys } from './line-texts.ts'
import { type ImportedKind, keepUnknown, type LineText, type LineValue, type Reading, startReading } from './reading.ts'

/** What one line of JSON Lines says, in the model's terms. */
export type RecordLine = {
  readonly externalId: string | null
  readonly kind: ImportedKind
  readonly lang: Lang
  readonly values: readonly LineValue[]
  readonly markdown: readonly LineText[]
  readonly elements: readonly LineElement[]
  /** Theme names as written; the caller finds or makes the theme. */
  readonly themes: readonly string[]
  /** What the model has no place for: kept with the record under `extra`. */
  readonly extra: JsonObject
  /** What was wrong with parts of the line; the rest of it comes in. */
  readonly problems: readonly Problem[]
}

const SCALARS = ['period', 'source', 'state', 'stage', 'illustrative'] as const
const HEAD_KEYS = ['id', 'kind', 'lang', 'fields', 'translations']
const RECORD_KEYS = [
  ...['sdgs', 'sdgStrength', 'themes', 'countries', 'people', 'organisations', 'volunteers', 'figures', 'places'],
  ...SCALARS,
]

const EXTERNAL_ID_LIMIT = 500

/**
 * Reads one line. Refuses it where it is no object, has neither title nor body, or a text is of the wrong type or too
 * long; anything smaller is reported and kept under `extra`, and the rest comes in.
 *
 * @param detect finds the language of a text when the line does not say it
 */
export function readRecordLine(line: Json, detect: (text: string) => Lang): Outcome<RecordLine> {
  if (!isJsonObject(line)) return refused({ code: 'wrong-value', field: '', expected: '{…}' })
  const head = readHead(line, detect)
  if (!head.ok) return head
  const { kind, lang, externalId } = head.value
  const reading = startReading(kind)
  const known = new Set([...HEAD_KEYS, ...textKeys(kind), ...(kind === 'brief' ? ['records'] : RECORD_KEYS)])
  for (const [key, value] of Object.entries(line)) if (!known.has(key)) keepUnknown(reading, key, value)
  const fault = readTexts(reading, line, lang) ?? readTranslations(reading, line['translations'])
  if (fault) return refused(fault)
  readScalars(reading, line)
  const elements = readElements(reading, line)
  const themes = readThemes(reading, line)
  const { problems, extra, values, markdown } = reading
  return done({ externalId, kind, lang, values, markdown, elements, themes, extra, problems })
}

/** The id of a source as it is kept: a source that writes its accents another way names the same record. */
export function cleanExternalId(id: string): string {
  return cleanLine(id).trim().slice(0, EXTERNAL_ID_LIMIT)
}

type Head = { readonly kind: ImportedKind; readonly lang: Lang; readonly externalId: string | null }

function readHead(line: JsonObject, detect: (text: string) => Lang): Outcome<Head> {
  const kind = line['kind'] ?? 'case-study'
  if (typeof kind !== 'string' || !(isRecordKind(kind) || kind === 'brief')) {
    return refused({ code: 'unknown-kind', kind: typeof kind === 'string' ? kind : RECORD_KINDS.join(', ') })
  }
  const id = line['id'] ?? null
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') return wrong('id', 'text')
  const texts = [line['title'], line['summary'], line['body'], line['messages']]
  const words = texts.filter((part) => typeof part === 'string').join('\n')
  if (words.trim() === '') {
    const present = line['title'] ?? line['body'] ?? null
    return present === null || typeof present === 'string' ? refused({ code: 'empty-record' }) : wrong('title', 'text')
  }
  const lang = line['lang'] ?? detect(words)
  if (!isLang(lang))
    return refused({ code: 'unknown-lang', lang: typeof lang === 'string' ? lang : JSON.stringify(lang) })
  return done({ kind, lang, externalId: id === null ? null : cleanExternalId(String(id)) || null })
}

function wrong(field: string, expected: string): { readonly ok: false; readonly problem: Problem } {
  return refused({ code: 'wrong-value', field, expected })
}

function readScalars(reading: Reading, line: JsonObject): void {
  if (reading.kind === 'brief') return
  for (const field of SCALARS) {
    const value = line[field] ?? null
    if (value === null) continue
    if (findField(reading.kind, field)) putValue(reading, field, { field, locale: '', value })
    else keepUnknown(reading, field, value)
  }
}
