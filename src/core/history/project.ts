import { ATTACHED, readAttached } from '../model/attachment.ts'
import { isPartialDate } from '../model/partial-date.ts'
import type { Card, FieldText } from '../model/card.ts'
import type { SdgTag } from '../model/elements.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { findKind, isRecordKind } from '../model/kinds.ts'
import { LANGS, type Lang } from '../model/lang.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { readDocument } from '../rich-text/read-document.ts'
import { stateOf } from '../rich-text/seed.ts'
import { UnreadableRichText } from '../rich-text/unreadable.ts'
import { documentWrittenBy } from '../rich-text/write-document.ts'
import type { Projection } from '../store.ts'
import { fieldKey } from './change.ts'
import { isContested, isContestedAt, type Subject } from './settle.ts'
import { sourceLang } from './steps.ts'

/** Bookkeeping that no person reads: two versions of it are no conflict of theirs. */
const BOOKKEEPING = new Set(['imported', 'joined', 'translations', ATTACHED])

/** Which fields of a subject stand contested, as `fieldKey`s; a deletion that an edit survived counts as `lifecycle`. */
export function contestedKeys(subject: Subject): readonly string[] {
  const values = [...subject.values]
    .filter(([key, value]) => isContestedAt(key, value.open) && !BOOKKEEPING.has(key))
    .map(([key]) => key)
  const sets = [...subject.sets]
    .filter(([, set]) => set.some((element) => isContested(element.open)))
    .map(([key]) => key)
  const lifecycle = subject.survived.length > 0 && !values.includes('lifecycle') ? ['lifecycle'] : []
  return [...values, ...sets, ...lifecycle]
}

/** What lists, search and a stranger with a SQLite shell read of a subject. Pure: the same subject gives the same projection. */
export function project(subject: Subject, author: string): Projection {
  const texts = textsOf(subject)
  const hasCard = isRecordKind(subject.kind) || subject.kind === 'brief'
  const attachment = readAttached(subject.id, subject.values.get(ATTACHED)?.value)
  return {
    ...(attachment ? { attachment } : {}),
    subject: subject.id,
    card: hasCard ? cardOf(subject, texts, author) : null,
    texts: subject.deleted ? [] : texts,
  }
}

/** Every searchable text of a subject, field by field and language by language. */
function textsOf(subject: Subject): readonly FieldText[] {
  const fields = findKind(subject.kind)?.fields ?? []
  return fields.flatMap((field) => {
    if (field.type === 'rich') {
      return LANGS.flatMap((locale) => textIn(subject, field.id, locale, richText(subject, field.id, locale)))
    }
    if (field.weight === 0) return []
    if (field.localized) {
      return LANGS.flatMap((locale) => textIn(subject, field.id, locale, textAt(subject, fieldKey(field.id, locale))))
    }
    if (field.type === 'set') return textIn(subject, field.id, '', elementWords(subject, field.id))
    return textIn(subject, field.id, '', wordsOf(subject.values.get(field.id)?.value ?? null))
  })
}

function textIn(subject: Subject, field: string, locale: string, text: string): readonly FieldText[] {
  return text.trim() === '' ? [] : [{ subject: subject.id, field, locale, text }]
}

function richText(subject: Subject, field: string, locale: Lang): string {
  const edits = subject.edits.get(fieldKey(field, locale))
  if (!edits) return ''
  const only = edits.length === 1 ? edits[0]?.value : undefined
  const known = only instanceof Uint8Array ? documentWrittenBy(only) : undefined
  return plainText(known ?? readDocument(richState(subject, field, locale)))
}

/** The whole Yjs state of one rich field in one language: its seed and everything typed since. */
export function richState(subject: Pick<Subject, 'id' | 'edits'>, field: string, locale: string): Uint8Array {
  const edits = subject.edits.get(fieldKey(field, locale)) ?? []
  const updates = edits.flatMap((change) => (change.value instanceof Uint8Array ? [change.value] : []))
  return readableState(subject.id, field, locale, updates)
}

/** An edit that cannot be read (from a damaged or hostile copy) stays in the log; the rest of the text is shown. */
function readableState(id: string, field: string, locale: string, updates: readonly Uint8Array[]): Uint8Array {
  try {
    return stateOf(id, field, locale, updates)
  } catch (error) {
    if (!(error instanceof UnreadableRichText)) throw error
    return readableState(
      id,
      field,
      locale,
      updates.filter((_, index) => index !== error.index),
    )
  }
}

/** The words of names, units and notes inside a set; codes are left to those who know their labels. */
function elementWords(subject: Subject, field: string): string {
  const elements = subject.sets.get(field) ?? []
  return elements.map((element) => wordsOf(element.value)).join('\n')
}

const NOT_WORDS = new Set(['key', 'code', 'strength', 'type', 'country'])

function wordsOf(value: Json): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (!isJsonObject(value)) return ''
  return Object.entries(value)
    .filter(([name]) => !NOT_WORDS.has(name))
    .map(([, part]) => wordsOf(part))
    .filter((words) => words !== '')
    .join(' ')
}

function textAt(subject: Subject, key: string): string {
  const value = subject.values.get(key)?.value
  return typeof value === 'string' ? value : ''
}

function cardOf(subject: Subject, texts: readonly FieldText[], author: string): Card {
  const lang = sourceLang(subject)
  const written = new Set(texts.map((text) => text.locale))
  const others = LANGS.filter((entry) => entry !== lang && written.has(entry))
  const period = subject.values.get('period')?.value ?? null
  return {
    id: subject.id,
    kind: subject.kind,
    externalId: textAt(subject, 'externalId') || null,
    lang,
    languages: [lang, ...others],
    titles: localizedText(subject, 'title'),
    summaries: localizedText(subject, subject.kind === 'brief' ? 'question' : 'summary'),
    sdgs: elementsOf(subject, 'sdgs').flatMap((value) =>
      isSdgTag(value) ? [{ code: value.code, strength: value.strength }] : [],
    ),
    themes: elementsOf(subject, 'themes').flatMap(asText),
    countries: elementsOf(subject, 'countries').flatMap(asText),
    places: elementsOf(subject, 'places').flatMap((value) =>
      isJsonObject(value) ? asText(value['name'] ?? null) : [],
    ),
    from: periodPart(period, 'from'),
    to: periodPart(period, 'to'),
    state: textAt(subject, 'state') || 'draft',
    illustrative: subject.values.get('illustrative')?.value === true,
    contested: contestedKeys(subject).length,
    deleted: subject.deleted,
    createdAt: subject.createdAt,
    modifiedAt: subject.modifiedAt,
    author,
  }
}

function localizedText(subject: Subject, field: string): Partial<Record<Lang, string>> {
  const entries = LANGS.map((lang) => [lang, textAt(subject, fieldKey(field, lang))] as const)
  return Object.fromEntries(entries.filter(([, text]) => text.trim() !== ''))
}

function elementsOf(subject: Subject, field: string): readonly Json[] {
  return (subject.sets.get(field) ?? []).map((element) => element.value)
}

function asText(value: Json): readonly string[] {
  return typeof value === 'string' ? [value] : []
}

function isSdgTag(value: Json): value is Json & SdgTag {
  return isJsonObject(value) && typeof value['code'] === 'string' && typeof value['strength'] === 'string'
}

function periodPart(period: Json, part: 'from' | 'to'): string | null {
  const value = isJsonObject(period) ? period[part] : null
  return typeof value === 'string' && isPartialDate(value) ? value : null
}
