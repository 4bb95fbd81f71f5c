import type { Field } from '../model/fields.ts'
import { canonicalJson, type Json } from '../model/json.ts'
import { findKind } from '../model/kinds.ts'
import { LANGS } from '../model/lang.ts'
import { EMPTY_DOCUMENT, type RichDocument } from '../rich-text/document.ts'
import { isEmpty } from '../rich-text/plain-text.ts'
import { readDocument } from '../rich-text/read-document.ts'
import { fieldKey } from './change.ts'
import { richState } from './project.ts'
import type { Subject } from './settle.ts'

/** What one field shows, in one language where it has several: what two versions of a thing are compared by. */
export type FieldContent =
  | { readonly type: 'value'; readonly value: Json }
  | { readonly type: 'set'; readonly elements: readonly Json[] }
  | { readonly type: 'rich'; readonly document: RichDocument }

/** One place of a kind that can hold something: a field, in one language where it has several. */
export type FieldPlaceOf = { readonly field: Field; readonly locale: string; readonly key: string }

/** What the app keeps for itself: no version of it is shown, and none brought back. */
export const KEPT_BY_THE_APP: ReadonlySet<string> = new Set(['lifecycle', 'imported', 'joined', 'translations'])

/** Every place of a kind that people fill, in the order of its declaration; none for a kind that is not known. */
export function placesOf(kind: string): readonly FieldPlaceOf[] {
  const fields = (findKind(kind)?.fields ?? []).filter(({ id }) => !KEPT_BY_THE_APP.has(id))
  return fields.flatMap((field) => {
    const locales = field.localized ? LANGS : ['']
    return locales.map((locale) => ({ field, locale, key: fieldKey(field.id, locale) }))
  })
}

/** One place of a kind by its field and language; undefined where the kind has none such. */
export function placeOf(kind: string, field: string, locale: string): FieldPlaceOf | undefined {
  return placesOf(kind).find((place) => place.key === fieldKey(field, locale))
}

/** The same field in another language. */
export function inLocale({ field }: FieldPlaceOf, locale: string): FieldPlaceOf {
  return { field, locale, key: fieldKey(field.id, locale) }
}

/** What a subject shows in one place; as good as empty where there is no subject. */
export function contentAt(subject: Subject | undefined, { field, locale, key }: FieldPlaceOf): FieldContent {
  if (field.type === 'rich') {
    const isWritten = subject?.edits.has(key) === true
    return { type: 'rich', document: isWritten ? readDocument(richState(subject, field.id, locale)) : EMPTY_DOCUMENT }
  }
  if (field.type === 'set') return { type: 'set', elements: (subject?.sets.get(key) ?? []).map(({ value }) => value) }
  return { type: 'value', value: subject?.values.get(key)?.value ?? null }
}

/** Whether two contents of one place look the same to people. */
export function isSameContent(one: FieldContent, other: FieldContent): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/** Whether a content is nothing that a reader would see. */
export function isEmptyContent(content: FieldContent): boolean {
  if (content.type === 'rich') return isEmpty(content.document)
  if (content.type === 'set') return content.elements.length === 0
  return content.value === null || content.value === '' || content.value === false
}
