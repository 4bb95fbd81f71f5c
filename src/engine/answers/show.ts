import { type Change, fieldKey } from '../../core/history/change.ts'
import { KEPT_BY_THE_APP, placesOf } from '../../core/history/field-content.ts'
import { contestedKeys, richState } from '../../core/history/project.ts'
import { isContested, type OpenValue, type Subject } from '../../core/history/settle.ts'
import { sourceLang } from '../../core/history/steps.ts'
import type { Field } from '../../core/model/fields.ts'
import { isJsonObject, type Json, jsonText } from '../../core/model/json.ts'
import { findField, findKind } from '../../core/model/kinds.ts'
import { isLang, LANGS } from '../../core/model/lang.ts'
import { readDocument } from '../../core/rich-text/read-document.ts'
import { fieldState, TRANSLATIONS } from '../../core/translation/translation-state.ts'
import { documentToMarkdown } from '../../formats/markdown/write-markdown.ts'

/**
 * A record as the command line shows it: every field, localized ones as `{source, values}`, rich text as Markdown, and
 * for each contested field every value that stands open, and how far each translation has come.
 *
 * @param changes all changes of the record
 */
export function showSubject(subject: Subject, changes: readonly Change[]): { readonly [key: string]: Json } {
  const fields = (findKind(subject.kind)?.fields ?? []).filter(({ id }) => !KEPT_BY_THE_APP.has(id))
  const joined = subject.values.get('joined')?.value
  const shown = fields.map((field) => [field.id, showField(subject, field)] as const)
  return {
    id: subject.id,
    kind: subject.kind,
    lang: sourceLang(subject),
    created: new Date(subject.createdAt).toISOString(),
    modified: new Date(subject.modifiedAt).toISOString(),
    deleted: subject.deleted,
    ...(typeof joined === 'string' ? { joined } : {}),
    ...Object.fromEntries(shown),
    ...(subject.sets.has('sdgs') ? { sdgStrength: strengthsOf(subject) } : {}),
    ...(findField(subject.kind, TRANSLATIONS) ? { translations: statesOf(subject, changes) } : {}),
    contested: contestedValues(subject),
  }
}

/** By field and language; what is missing, or written in the record's own language, is left out. */
function statesOf(subject: Subject, changes: readonly Change[]): Json {
  const states: { [field: string]: { [lang: string]: Json } } = {}
  for (const { field, locale } of placesOf(subject.kind)) {
    if (!isLang(locale)) continue
    const state = fieldState(subject, changes, field.id, locale)
    if (state !== 'source' && state !== 'missing') states[field.id] = { ...states[field.id], [locale]: state }
  }
  return states
}

function showField(subject: Subject, field: Field): Json {
  if (field.type === 'set') return (subject.sets.get(field.id) ?? []).map((element) => bare(field, element.value))
  if (!field.localized) return subject.values.get(field.id)?.value ?? null
  const values = LANGS.flatMap((lang) => {
    const value =
      field.type === 'rich' ? markdownOf(subject, field.id, lang) : subject.values.get(fieldKey(field.id, lang))?.value
    return value === undefined || value === null || value === '' ? [] : [[lang, value] as const]
  })
  return { source: sourceLang(subject), values: Object.fromEntries(values) }
}

/** SDGs are shown by their codes; how strongly the record speaks to each stands beside them in `sdgStrength`. */
function bare(field: Field, value: Json): Json {
  return field.type === 'set' && field.element === 'sdg' && isJsonObject(value) ? (value['code'] ?? null) : value
}

function strengthsOf(subject: Subject): Json {
  const tags = (subject.sets.get('sdgs') ?? []).map((element) => element.value).filter(isJsonObject)
  return Object.fromEntries(tags.map((tag) => [jsonText(tag['code']), tag['strength'] ?? null]))
}

/** One rich field in one language as Markdown; empty where nothing was written. */
function markdownOf(subject: Subject, field: string, locale: string): string {
  if (!subject.edits.has(fieldKey(field, locale))) return ''
  return documentToMarkdown(readDocument(richState(subject, field, locale))).trimEnd()
}

function contestedValues(subject: Subject): Json {
  const keys = contestedKeys(subject)
  return Object.fromEntries(
    keys.map((key) => {
      const value = subject.values.get(key)?.open ?? []
      const elements = (subject.sets.get(key) ?? [])
        .filter((element) => isContested(element.open))
        .flatMap((element) => element.open)
      return [key, [...value, ...elements].map(showOpen)]
    }),
  )
}

function showOpen(open: OpenValue): Json {
  return { value: open.value, author: open.author, at: new Date(open.at).toISOString(), change: open.id }
}
