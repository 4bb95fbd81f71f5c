import { fieldKey } from '../../core/history/change.ts'
import { richState } from '../../core/history/project.ts'
import type { Subject } from '../../core/history/settle.ts'
import { sourceLang } from '../../core/history/steps.ts'
import type { Field } from '../../core/model/fields.ts'
import { isJsonObject, type Json, jsonText } from '../../core/model/json.ts'
import { findKind, RECORD_KINDS } from '../../core/model/kinds.ts'
import { LANGS, type Lang } from '../../core/model/lang.ts'
import { readDocument } from '../../core/rich-text/read-document.ts'
import { elementToText } from '../../core/tables/element-text.ts'
import type { Cell } from '../../core/tables/table.ts'
import { countryName } from '../../core/taxonomy/countries.ts'
import { sdgLabel } from '../../core/taxonomy/sdgs.ts'
import { themeLabel } from '../../core/taxonomy/themes.ts'
import { documentToMarkdown } from '../../formats/markdown/write-markdown.ts'

type Column = { readonly name: string; readonly cell: (subject: Subject) => Cell }

const PARTS: Readonly<Record<string, readonly string[]>> = {
  period: ['from', 'to'],
  source: ['title', 'author', 'publisher', 'year', 'url', 'pages'],
}

/**
 * Records as a table, one row each under a row of names: languages side by side, formatted text as Markdown, codes with
 * a column of their words in one language beside them. `temoin_id` says which record a row is when it comes back.
 * Columns in which no record has anything are left out.
 */
export function recordTable(subjects: readonly Subject[], lang: Lang): readonly (readonly Cell[])[] {
  const columns = columnsFor(lang)
  const rows = subjects.map((subject) => columns.map(({ cell }) => cell(subject)))
  const used = columns.flatMap((_, index) =>
    index < HEAD.length || rows.some((row) => isSaid(row[index])) ? [index] : [],
  )
  return [
    used.map((index) => columns[index]?.name ?? ''),
    ...rows.map((row) => used.map((index) => row[index] ?? null)),
  ]
}

function isSaid(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== ''
}

const HEAD: readonly Column[] = [
  { name: 'temoin_id', cell: ({ id }) => id },
  { name: 'id', cell: (subject) => textOf(subject, 'externalId') },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'lang', cell: (subject) => sourceLang(subject) },
]

function columnsFor(lang: Lang): readonly Column[] {
  const fields = new Map<string, Field>()
  for (const kind of RECORD_KINDS)
    for (const field of findKind(kind)?.fields ?? []) if (field.place !== 'hidden') fields.set(field.id, field)
  return [...HEAD, ...[...fields.values()].flatMap((field) => columnsOf(field, lang))]
}

function columnsOf(field: Field, lang: Lang): readonly Column[] {
  const { id } = field
  if (field.localized) {
    return LANGS.map((locale) => ({ name: `${id} (${locale})`, cell: (subject) => localized(subject, field, locale) }))
  }
  if (field.type === 'set') {
    const { element } = field
    const cell = (subject: Subject) =>
      elements(subject, id)
        .map((value) => elementToText(element, value))
        .join('\n')
    const word = WORDS[element]
    if (!word) return [{ name: id, cell }]
    const words = (subject: Subject) =>
      elements(subject, id)
        .map((value) => word(value, lang))
        .join('\n')
    return [
      { name: id, cell },
      { name: `${id}_label`, cell: words },
    ]
  }
  return (PARTS[id] ?? ['']).map((part) => ({
    name: part === '' ? id : `${id}.${part}`,
    cell: ({ values }) => scalar(values.get(id)?.value, part),
  }))
}

const WORDS: { readonly [element: string]: ((value: Json, lang: Lang) => string) | undefined } = {
  sdg: (value, lang) => sdgLabel(isJsonObject(value) ? jsonText(value['code']) : jsonText(value), lang),
  country: (value, lang) => countryName(jsonText(value), lang),
  theme: (value, lang) => themeLabel(jsonText(value), lang) ?? jsonText(value),
}

function elements({ sets }: Subject, field: string): readonly Json[] {
  return (sets.get(field) ?? []).map(({ value }) => value)
}

function localized(subject: Subject, { id, type }: Field, locale: Lang): string {
  const key = fieldKey(id, locale)
  if (type !== 'rich') return jsonText(subject.values.get(key)?.value)
  if (!subject.edits.has(key)) return ''
  return documentToMarkdown(readDocument(richState(subject, id, locale))).trimEnd()
}

function textOf({ values }: Subject, field: string): string {
  return jsonText(values.get(field)?.value)
}

function scalar(value: Json | undefined, part: string): Cell {
  const said = part === '' ? value : isJsonObject(value) ? value[part] : undefined
  if (typeof said === 'number' || typeof said === 'boolean') return said
  return jsonText(said)
}
