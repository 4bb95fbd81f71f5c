import type { Subject } from '../../core/history/settle.ts'
import { sourceLang } from '../../core/history/steps.ts'
import { fieldKey } from '../../core/history/change.ts'
import { richState } from '../../core/history/project.ts'
import { isJsonObject, type Json, type JsonObject, jsonText } from '../../core/model/json.ts'
import { findKind } from '../../core/model/kinds.ts'
import { LANGS, type Lang } from '../../core/model/lang.ts'
import { readDocument } from '../../core/rich-text/read-document.ts'
import { documentToMarkdown } from '../../formats/markdown/write-markdown.ts'

const TOP = new Set(['title', 'summary', 'body'])
const SCALARS = ['period', 'source', 'state', 'stage', 'illustrative']

/**
 * A record as a line of JSON Lines that `import` reads back whole: all language versions, formatted text as Markdown.
 *
 * @param themeName the words of a theme that the workspace itself made
 */
export function recordLine(subject: Subject, themeName: (id: string) => string): JsonObject {
  const lang = sourceLang(subject)
  const others = LANGS.filter((other) => other !== lang)
  const translations = others.flatMap((other) => {
    const said = versionOf(subject, other)
    return Object.keys(said).length === 0 ? [] : [[other, said] as const]
  })
  const extra = subject.values.get('extra')?.value
  const version = versionOf(subject, lang)
  const fields = { ...(version['fields'] as JsonObject | undefined), ...(isJsonObject(extra) ? { extra } : {}) }
  return {
    id: jsonText(subject.values.get('externalId')?.value) || subject.id,
    kind: subject.kind,
    lang,
    ...version,
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...setsOf(subject, themeName),
    ...scalarsOf(subject),
    ...(translations.length === 0 ? {} : { translations: Object.fromEntries(translations) }),
  }
}

function versionOf(subject: Subject, lang: Lang): JsonObject {
  const top: { [key: string]: Json } = {}
  const fields: { [key: string]: Json } = {}
  for (const field of findKind(subject.kind)?.fields ?? []) {
    if (!field.localized) continue
    const key = fieldKey(field.id, lang)
    const text = field.type === 'rich' ? markdownOf(subject, field.id, lang) : jsonText(subject.values.get(key)?.value)
    if (text !== '') (TOP.has(field.id) ? top : fields)[field.id] = text
  }
  return Object.keys(fields).length === 0 ? top : { ...top, fields }
}

function markdownOf(subject: Subject, field: string, lang: Lang): string {
  if (!subject.edits.has(fieldKey(field, lang))) return ''
  return documentToMarkdown(readDocument(richState(subject, field, lang))).trimEnd()
}

function setsOf({ sets }: Subject, themeName: (id: string) => string): JsonObject {
  const lists: { [key: string]: Json } = {}
  for (const [field, elements] of sets) {
    const values = elements.map(({ value }) => value)
    if (field === 'sdgs') {
      const tags = values.filter(isJsonObject)
      lists['sdgs'] = tags.map((tag) => jsonText(tag['code']))
      lists['sdgStrength'] = Object.fromEntries(tags.map((tag) => [jsonText(tag['code']), tag['strength'] ?? null]))
    } else if (field === 'themes') lists['themes'] = values.map((value) => themeName(jsonText(value)))
    else lists[field] = values.map(withoutKey)
  }
  return lists
}

function withoutKey(value: Json): Json {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'key'))
}

function scalarsOf({ values }: Subject): JsonObject {
  return Object.fromEntries(
    SCALARS.flatMap((field) => {
      const value = values.get(field)?.value ?? null
      return value === null ? [] : [[field, value] as const]
    }),
  )
}
