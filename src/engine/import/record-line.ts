import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts'
import { findField, findKind, isRecordKind, RECORD_KINDS, type RecordKind } from '../../core/model/kinds.ts'
import { isLang, LANGS, type Lang } from '../../core/model/lang.ts'
import { RICH_TEXT_LIMIT } from '../../core/model/fields.ts'
import { cleanText } from '../../core/model/text.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { matchCountry } from '../../core/taxonomy/countries.ts'
import { matchSdg } from '../../core/taxonomy/sdgs.ts'

/** One value for one field, not yet checked against the model. Rich values are Markdown. */
export type LineValue = { readonly field: string; readonly locale: Lang | ''; readonly value: Json }

/** The kinds that can be imported: records, and briefs that cite them. */
export type ImportedKind = RecordKind | 'brief'

/** What one line of JSON Lines says, in the model's terms. */
export type RecordLine = {
  readonly externalId: string | null
  readonly kind: ImportedKind
  readonly lang: Lang
  readonly values: readonly LineValue[]
  readonly markdown: readonly (LineValue & { readonly locale: Lang; readonly value: string })[]
  readonly elements: readonly { readonly field: string; readonly value: Json }[]
  /** Theme names as written; the caller finds or makes the theme. */
  readonly themes: readonly string[]
  /** What the model has no place for: kept with the record under `extra`. */
  readonly extra: JsonObject
  /** What was wrong with parts of the line; the rest of it comes in. */
  readonly problems: readonly Problem[]
}

/** Keys beside `fields` that hold text in a language, and formatted text in a language. */
const TEXT_KEYS = { record: ['title', 'summary'], brief: ['title', 'audience', 'question'] } as const
const RICH_KEYS = { record: ['body'], brief: ['messages', 'narrative', 'recommendations'] } as const

const COMMON_KEYS = new Set([
  ...['id', 'kind', 'lang', 'title', 'summary', 'body', 'fields', 'sdgs', 'sdgStrength', 'themes', 'countries'],
  ...['period', 'source', 'translations', 'state', 'stage', 'illustrative', 'people', 'organisations', 'volunteers'],
  ...['figures', 'places'],
])
const BRIEF_KEYS = new Set(['id', 'kind', 'lang', 'records', 'translations', ...TEXT_KEYS.brief, ...RICH_KEYS.brief])

/** Set fields whose elements are objects: each is named by its place in the list, so that importing again replaces it. */
const STRUCTURED = ['people', 'organisations', 'volunteers', 'figures', 'places'] as const

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
  const reading: Reading = { kind, problems: [], extra: {}, values: [], markdown: [] }
  const fault =
    readTexts(reading, line, lang) ?? readTranslations(reading, line['translations']) ?? readScalars(reading, line)
  if (fault) return refused(fault)
  const elements = readElements(reading, line)
  const known = kind === 'brief' ? BRIEF_KEYS : COMMON_KEYS
  for (const key of Object.keys(line)) if (!known.has(key)) keep(reading, key, line[key] ?? null, { code: 'unknown-key', key })
  const themes = readList(reading, line, 'themes').flatMap((theme) => textOf(theme))
  const { problems, extra, values, markdown } = reading
  return done({ externalId, kind, lang, values, markdown, elements, themes, extra, problems })
}

type Reading = {
  readonly kind: ImportedKind
  readonly problems: Problem[]
  readonly extra: { [key: string]: Json }
  readonly values: LineValue[]
  readonly markdown: RecordLine['markdown'][number][]
}

function readHead(line: JsonObject, detect: (text: string) => Lang) {
  const kind = line['kind'] ?? 'case-study'
  if (typeof kind !== 'string' || !(isRecordKind(kind) || kind === 'brief')) {
    return refused({ code: 'unknown-kind', kind: typeof kind === 'string' ? kind : RECORD_KINDS.join(', ') })
  }
  const id = line['id'] ?? null
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') return wrong('id', 'text')
  const words = [line['title'], line['summary'], line['body'], line['messages']].filter((part) => typeof part === 'string').join('\n')
  if (words.trim() === '') {
    const present = line['title'] ?? line['body'] ?? null
    return present === null || typeof present === 'string' ? refused({ code: 'empty-record' }) : wrong('title', 'text')
  }
  const lang = line['lang'] ?? detect(words)
  if (!isLang(lang)) return refused({ code: 'unknown-lang', lang: typeof lang === 'string' ? lang : JSON.stringify(lang) })
  return done({ kind: kind as ImportedKind, lang, externalId: id === null ? null : String(id).trim().slice(0, 500) || null })
}

function wrong(field: string, expected: string): { readonly ok: false; readonly problem: Problem } {
  return refused({ code: 'wrong-value', field, expected })
}

/** Title, summary, body and the sections of one language version. */
function readTexts(reading: Reading, from: JsonObject, lang: Lang): Problem | undefined {
  const role = reading.kind === 'brief' ? 'brief' : 'record'
  for (const field of TEXT_KEYS[role]) {
    const value = from[field] ?? null
    if (value !== null && typeof value !== 'string') return wrong(field, 'text').problem
    if (value !== null) reading.values.push({ field, locale: lang, value })
  }
  for (const field of RICH_KEYS[role]) {
    const fault = readMarkdown(reading, field, lang, from[field] ?? null)
    if (fault) return fault
  }
  const fields = from['fields'] ?? null
  if (fields === null) return undefined
  if (!isJsonObject(fields)) return wrong('fields', '{…}').problem
  for (const [name, value] of Object.entries(fields)) {
    const field = findField(reading.kind, name)
    if (field?.type === 'rich') {
      const fault = readMarkdown(reading, name, lang, value)
      if (fault) return fault
    } else if (name === 'extra' && isJsonObject(value)) {
      Object.assign(reading.extra, value)
    } else if (field && field.place !== 'hidden' && field.type !== 'set') {
      reading.values.push({ field: name, locale: field.localized ? lang : '', value })
    } else {
      keep(reading, name, value, { code: 'unknown-key', key: `fields.${name}` })
    }
  }
  return undefined
}

function readMarkdown(reading: Reading, field: string, locale: Lang, value: Json): Problem | undefined {
  if (value === null) return undefined
  if (typeof value !== 'string') return wrong(field, 'text').problem
  if (value.length > RICH_TEXT_LIMIT) {
    return { code: 'text-too-long', field, length: value.length, limit: RICH_TEXT_LIMIT }
  }
  const cleaned = cleanText(value)
  if (cleaned.trim() !== '') reading.markdown.push({ field, locale, value: cleaned })
  return undefined
}

function readTranslations(reading: Reading, translations: Json | undefined): Problem | undefined {
  if (translations === undefined || translations === null) return undefined
  if (!isJsonObject(translations)) return wrong('translations', LANGS.join(', ')).problem
  for (const [lang, version] of Object.entries(translations)) {
    if (!isLang(lang) || !isJsonObject(version)) {
      keep(reading, `translations.${lang}`, version, { code: 'unknown-lang', lang })
      continue
    }
    const fault = readTexts(reading, version, lang)
    if (fault) return fault
  }
  return undefined
}

function readScalars(reading: Reading, line: JsonObject): Problem | undefined {
  for (const field of ['period', 'source', 'state', 'stage', 'illustrative'] as const) {
    const value = line[field] ?? null
    if (value === null) continue
    const known = findKind(reading.kind)?.fields.some((entry) => entry.id === field)
    if (known) reading.values.push({ field, locale: '', value })
    else keep(reading, field, value, { code: 'unknown-key', key: field })
  }
  return undefined
}

function readElements(reading: Reading, line: JsonObject): RecordLine['elements'] {
  const strengths = isJsonObject(line['sdgStrength']) ? line['sdgStrength'] : {}
  const sdgs = readList(reading, line, 'sdgs').flatMap((value): RecordLine['elements'] => {
    const code = typeof value === 'string' || typeof value === 'number' ? matchSdg(String(value)) : undefined
    if (code === undefined) return refuse(reading, 'sdgs', value, { code: 'unknown-sdg', sdg: shown(value) })
    const strength = strengths[String(value)] ?? strengths[code] ?? 'significant'
    return [element('sdgs', { code, strength })]
  })
  const countries = readList(reading, line, 'countries').flatMap((value): RecordLine['elements'] => {
    const code = typeof value === 'string' ? matchCountry(value) : undefined
    if (code === undefined) return refuse(reading, 'countries', value, { code: 'unknown-country', country: shown(value) })
    return [element('countries', code)]
  })
  const structured = STRUCTURED.flatMap((field) =>
    readList(reading, line, field).map((value, index) => {
      const parts = isJsonObject(value) ? value : { name: value }
      return element(field, { ...parts, key: `import-${index + 1}` })
    }),
  )
  const records = readList(reading, line, 'records').map((value) => element('records', value))
  return [...sdgs, ...countries, ...structured, ...records]
}

function element(field: string, value: Json): RecordLine['elements'][number] {
  return { field, value }
}

function readList(reading: Reading, line: JsonObject, key: string): readonly Json[] {
  if (reading.kind === 'brief' ? key !== 'records' : key === 'records') return []
  const value = line[key] ?? null
  if (value === null) return []
  if (Array.isArray(value)) return value as readonly Json[]
  if (typeof value === 'string') return value.split(/[;,]/).map((part) => part.trim()).filter((part) => part !== '')
  keep(reading, key, value, { code: 'wrong-value', field: key, expected: '[…]' })
  return []
}

function refuse(reading: Reading, key: string, value: Json, problem: Problem): readonly never[] {
  const before = reading.extra[key]
  keep(reading, key, Array.isArray(before) ? [...(before as readonly Json[]), value] : [value], problem)
  return []
}

function keep(reading: Reading, key: string, value: Json, problem: Problem): void {
  reading.extra[key] = value
  reading.problems.push(problem)
}

function textOf(value: Json): readonly string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
}

function shown(value: Json): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)
}
