import { RICH_TEXT_LIMIT } from '../../core/model/fields.ts'
import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts'
import { findField } from '../../core/model/kinds.ts'
import { isLang, LANGS, type Lang } from '../../core/model/lang.ts'
import { cleanText } from '../../core/model/text.ts'
import type { Problem } from '../../core/problem.ts'
import { type ImportedKind, keep, keepUnknown, type Reading } from './reading.ts'

const TEXTS = { record: ['title', 'summary'], brief: ['title', 'audience', 'question'] } as const
const RICH_TEXTS = { record: ['body'], brief: ['messages', 'narrative', 'recommendations'] } as const

/** The keys beside `fields` that hold a text in a language. */
export function textKeys(kind: ImportedKind): readonly string[] {
  return [...TEXTS[roleOf(kind)], ...RICH_TEXTS[roleOf(kind)]]
}

function roleOf(kind: ImportedKind): 'record' | 'brief' {
  return kind === 'brief' ? 'brief' : 'record'
}

/**
 * Reads title, summary, body and the sections of one language version. A text that stands in two places counts where
 * it stands first; the others are kept aside.
 *
 * @param place what stands before the keys in what is reported: nothing for the line itself
 */
export function readTexts(reading: Reading, from: JsonObject, lang: Lang, place = ''): Problem | undefined {
  const role = roleOf(reading.kind)
  for (const field of TEXTS[role]) {
    const value = from[field] ?? null
    if (value !== null && typeof value !== 'string') return wrongText(field)
    if (value !== null) putValue(reading, `${place}${field}`, { field, locale: lang, value })
  }
  for (const field of RICH_TEXTS[role]) {
    const fault = readMarkdown(reading, `${place}${field}`, field, lang, from[field] ?? null)
    if (fault) return fault
  }
  const fields = from['fields'] ?? null
  if (fields === null) return undefined
  if (!isJsonObject(fields)) return { code: 'wrong-value', field: 'fields', expected: '{…}' }
  for (const [name, value] of Object.entries(fields)) {
    const fault = readField(reading, `${place}fields.${name}`, name, lang, value)
    if (fault) return fault
  }
  return undefined
}

function readField(reading: Reading, key: string, name: string, lang: Lang, value: Json): Problem | undefined {
  const field = findField(reading.kind, name)
  if (field?.type === 'rich') return readMarkdown(reading, key, name, lang, value)
  if (name === 'extra' && isJsonObject(value)) {
    Object.assign(reading.extra, value)
  } else if (field && field.place !== 'hidden' && field.type !== 'set') {
    putValue(reading, key, { field: name, locale: field.localized ? lang : '', value })
  } else {
    keepUnknown(reading, key, value)
  }
  return undefined
}

/** Reads the other language versions. */
export function readTranslations(reading: Reading, translations: Json | undefined): Problem | undefined {
  if (translations === undefined || translations === null) return undefined
  if (!isJsonObject(translations)) return { code: 'wrong-value', field: 'translations', expected: LANGS.join(', ') }
  const known = new Set([...textKeys(reading.kind), 'fields'])
  for (const [lang, version] of Object.entries(translations)) {
    const place = `translations.${lang}`
    if (!isLang(lang) || !isJsonObject(version)) {
      keep(reading, place, version, { code: 'unknown-lang', lang })
      continue
    }
    const fault = readTexts(reading, version, lang, `${place}.`)
    if (fault) return fault
    for (const [key, value] of Object.entries(version))
      if (!known.has(key)) keepUnknown(reading, `${place}.${key}`, value)
  }
  return undefined
}

/** Takes a value for a field and language that have none yet. */
export function putValue(reading: Reading, key: string, value: Reading['values'][number]): void {
  if (isTaken(reading.values, value)) keepUnknown(reading, key, value.value)
  else reading.values.push(value)
}

function readMarkdown(reading: Reading, key: string, field: string, locale: Lang, value: Json): Problem | undefined {
  if (value === null) return undefined
  if (typeof value !== 'string') return wrongText(field)
  if (value.length > RICH_TEXT_LIMIT) {
    return { code: 'text-too-long', field, length: value.length, limit: RICH_TEXT_LIMIT }
  }
  const text = { field, locale, value: cleanText(value) }
  if (text.value.trim() === '') return undefined
  if (isTaken(reading.markdown, text)) keepUnknown(reading, key, value)
  else reading.markdown.push(text)
  return undefined
}

function isTaken(
  taken: readonly { readonly field: string; readonly locale: string }[],
  { field, locale }: { readonly field: string; readonly locale: string },
): boolean {
  return taken.some((entry) => entry.field === field && entry.locale === locale)
}

function wrongText(field: string): Problem {
  return { code: 'wrong-value', field, expected: 'text' }
}
