import type { Field } from '../model/fields.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { isLang } from '../model/lang.ts'
import { matchCountry } from '../taxonomy/countries.ts'
import { matchChoice } from './column-name.ts'
import { elementFromText } from './element-text.ts'
import { type DayOrder, readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'
import { fieldOf, kindOf, type PlannedColumn, type RowPlan } from './row-plan.ts'
import { bareSdg, splitLines, splitNames, splitTags } from './split-list.ts'
import { type Cell, type CellValue, cellText, columnLetters, isFilled, type SheetRow } from './table.ts'
import { EXTRA, type Target } from './target.ts'

/** A row as a record of an import, and the files it names. */
export type MappedRow = {
  readonly line: JsonObject
  readonly files: readonly string[]
  /** The letters of columns that hold something and have no name: they are kept with the details. */
  readonly unnamed: readonly string[]
}

type Text = { readonly column: string; readonly text: string }

/**
 * Turns a row into what a line of JSON Lines would say. A value that is not what its field needs is passed on as it is
 * written, so that the check of the record reports it and keeps it aside.
 */
export function mapRow(plan: RowPlan, row: SheetRow): MappedRow {
  const kind = kindOf(plan, row)
  const filled = plan.columns.filter(({ index }) => isFilled(row.cells[index]))
  const said = filled.flatMap((column) => (column.target === EXTRA ? [] : [{ ...column, target: column.target }]))
  const lang = langOf(plan, said, row)
  const line: { [key: string]: Json } = { kind, ...(lang === undefined ? {} : { lang }) }
  const files: string[] = []
  const texts = new Map<string, Map<string, Text[]>>()
  for (const column of said) {
    const value = unguarded(plan, row.cells[column.index])
    const field = fieldOf(kind, column.target)
    if (column.target.field === 'files') files.push(...splitNames(cellText(value)))
    else if (column.target.field === 'id') line['id'] = cellText(value).trim()
    else if (column.target.field === 'record') line['record'] = cellText(value).trim()
    else if (field?.localized) putText(texts, column, field, textOf(plan, field, value), lang)
    else if (field) putValue(line, column, field, value, plan)
  }
  putTexts(line, texts, lang)
  const unnamed = row.cells.flatMap((cell, index) => (index >= plan.width && isFilled(cell) ? [index] : []))
  const extra = extraOf(filled, row, unnamed)
  if (files.length > 0) extra['files'] = files
  if (Object.keys(extra).length > 0) line['fields'] = { ...(line['fields'] as JsonObject | undefined), extra }
  return { line, files, unnamed: unnamed.map(columnLetters) }
}

/** Our own exports put an apostrophe before what a spreadsheet program would take for a formula. */
function unguarded({ mapping }: RowPlan, value: CellValue | undefined): CellValue | undefined {
  return mapping.text === 'markdown' && typeof value === 'string' ? value.replace(/^'(?=[=+\-@\t\r])/, '') : value
}

type Said = PlannedColumn & { readonly target: Target }

/** The language of a row's texts: what it says, what the mapping says, or the one its own columns are in. */
function langOf({ mapping }: RowPlan, said: readonly Said[], { cells }: SheetRow): string | undefined {
  const column = said.find(({ target }) => target.field === 'lang')
  const written = column ? cellText(cells[column.index]).trim() : ''
  if (written !== '') return matchChoice('lang', written) ?? written
  if (mapping.lang !== null) return mapping.lang
  const texts = said.filter(({ target }) => target.field === 'title' || target.field === 'body')
  return texts.some(({ target }) => target.lang === undefined) ? undefined : texts[0]?.target.lang
}

function textOf(plan: RowPlan, field: Field, value: CellValue | undefined): string {
  const text = Array.isArray(value) ? bullets(value as readonly Cell[]) : cellText(value)
  return field.type === 'rich' ? plan.toMarkdown(text) : text
}

function bullets(cells: readonly Cell[]): string {
  const texts = cells.filter(isFilled).map(cellText)
  return texts.length === 1 ? (texts[0] ?? '') : texts.map((text) => `- ${text.replace(/\s*\n\s*/g, ' ')}`).join('\n')
}

/** The key of texts in the row's own language, whichever that is. */
const OWN = ''

function putText(
  texts: Map<string, Map<string, Text[]>>,
  { name, target }: Said,
  field: Field,
  text: string,
  own: string | undefined,
): void {
  const lang = target.lang === undefined || target.lang === own ? OWN : target.lang
  const key = `${field.type}/${field.id}`
  const version = texts.get(lang) ?? new Map<string, Text[]>()
  texts.set(lang, version)
  version.set(key, [...(version.get(key) ?? []), { column: name, text }])
}

function putTexts(
  line: { [key: string]: Json },
  texts: ReadonlyMap<string, ReadonlyMap<string, readonly Text[]>>,
  own: string | undefined,
): void {
  const translations: { [lang: string]: Json } = {}
  for (const [lang, version] of texts) {
    const said = versionOf(version)
    if (lang === OWN || !isLang(lang)) Object.assign(line, said)
    else if (lang !== own) translations[lang] = said
  }
  if (Object.keys(translations).length > 0) line['translations'] = translations
}

const TOP = new Set(['title', 'summary', 'body'])

function versionOf(version: ReadonlyMap<string, readonly Text[]>): JsonObject {
  const top: { [key: string]: Json } = {}
  const fields: { [key: string]: Json } = {}
  for (const [key, parts] of version) {
    const [type, id = ''] = key.split('/')
    const target = TOP.has(id) ? top : fields
    target[id] = type === 'rich' ? joinRich(parts) : parts.map(({ text }) => text).join(type === 'text' ? ' ' : '\n')
  }
  return Object.keys(fields).length === 0 ? top : { ...top, fields }
}

/** Where several questions fill one text, each stands above its answer. */
function joinRich(parts: readonly Text[]): string {
  if (parts.length === 1) return parts[0]?.text ?? ''
  return parts.map(({ column, text }) => `### ${question(column)}\n\n${text}`).join('\n\n')
}

function question(column: string): string {
  const last = column.split('/').at(-1) ?? column
  return last
    .replaceAll('_', ' ')
    .replaceAll(/[\\`*[\]<~|#]/g, '\\$&')
    .trim()
}

function putValue(
  line: { [key: string]: Json },
  { target, order }: Said,
  field: Field,
  value: CellValue | undefined,
  plan: RowPlan,
): void {
  const text = cellText(value).trim()
  switch (field.type) {
    case 'set':
      putElements(line, field, target, cellText(value), plan)
      return
    case 'choice':
      line[field.id] = matchChoice(field.id, text) ?? text
      return
    case 'flag':
      line[field.id] = typeof value === 'boolean' ? value : flagOf(text)
      return
    case 'period':
      line[field.id] = { ...(line[field.id] as JsonObject | undefined), ...periodOf(target.part, value, order) }
      return
    case 'source':
      line[field.id] = { ...(line[field.id] as JsonObject | undefined), ...sourceOf(target.part, value, order) }
      return
    default:
      line[field.id] = text
  }
}

function flagOf(text: string): Json {
  const meant = matchChoice('flag', text)
  return meant === undefined ? text : meant === 'true'
}

function putElements(
  line: { [key: string]: Json },
  field: Field,
  { part }: Target,
  text: string,
  { mapping }: RowPlan,
): void {
  if (field.type !== 'set') return
  const { id, element } = field
  const before = (line[id] as readonly Json[] | undefined) ?? []
  if (mapping.text === 'markdown' && element !== 'sdg') {
    // Our own exports have an element on each line, and nothing else begins one.
    const lines = text.split('\n').filter((entry) => entry.trim() !== '')
    line[id] = [...before, ...lines.map((entry) => elementFromText(element, entry))]
  } else if (part !== undefined) {
    line[id] = withPart(before, part, splitNames(text))
  } else if (element === 'sdg') {
    const tags = splitLines(text).flatMap(sdgsOf)
    line[id] = [...before, ...tags.map(({ code }) => code)]
    const strengths = tags.flatMap(({ code, strength }) => (strength === undefined ? [] : [[code, strength] as const]))
    line['sdgStrength'] = { ...(line['sdgStrength'] as JsonObject | undefined), ...Object.fromEntries(strengths) }
  } else if (element === 'country' || element === 'theme') {
    const tags = splitTags(id, text)
    line[id] = [...before, ...(element === 'theme' ? tags.map((tag) => tag.replaceAll('_', ' ')) : tags)]
  } else {
    const entries = text.includes('|') ? splitLines(text) : splitNames(text)
    line[id] = [...before, ...entries.map((entry) => elementFromText(element, entry)).filter((entry) => entry !== null)]
  }
}

/** Columns that each hold one part of the elements: the first entry of each belongs to the first element. */
function withPart(before: readonly Json[], part: string, entries: readonly string[]): readonly Json[] {
  const length = Math.max(before.length, entries.length)
  return Array.from({ length }, (_, index) => {
    const element = before[index]
    const entry = entries[index]
    const value = part === 'country' && entry !== undefined ? (matchCountry(entry) ?? entry) : entry
    return { ...(isJsonObject(element) ? element : {}), ...(value === undefined ? {} : { [part]: value }) }
  })
}

function sdgsOf(entry: string): readonly { readonly code: string; readonly strength?: string }[] {
  const [code = '', strength] = entry.split('|').map((part) => part.trim())
  if (strength) return [{ code, strength }]
  return splitTags('sdgs', entry).map((tag) => ({ code: bareSdg(tag) }))
}

const RANGE = /\s+(?:-|–|—|to|until|à|au|a|al|hasta|jusqu['’]à)\s+|\s*[–—]\s*|(?<=^\d{4})\s*[-/]\s*(?=\d{4}$)/iu

function periodOf(part: string | undefined, value: CellValue | undefined, order: DayOrder): JsonObject {
  const written = typeof value === 'number' ? value : cellText(value).trim()
  if (part !== undefined) return { [part]: readDate(written, order) ?? String(written) }
  const single = readDate(written, order)
  if (single !== undefined) return { from: single, to: single }
  const [from = '', to] = String(written).split(RANGE)
  return {
    from: readDate(from, order) ?? from,
    ...(to === undefined ? {} : { to: readDate(to, order) ?? to }),
  }
}

function sourceOf(part = 'title', value: CellValue | undefined, order: DayOrder): JsonObject {
  const text = cellText(value).trim()
  if (part !== 'year') return { [part]: text }
  const year = readNumber(text) ?? Number(readDate(text, order)?.slice(0, 4))
  return { year: Number.isInteger(year) ? year : text }
}

/** Without a prototype: a column may be called anything, `__proto__` too. */
function extraOf(
  filled: readonly PlannedColumn[],
  { cells }: SheetRow,
  unnamed: readonly number[],
): { [key: string]: Json } {
  const extra = Object.create(null) as { [key: string]: Json }
  for (const { index, name, target } of filled) if (target === EXTRA) extra[name] = cells[index] ?? null
  for (const index of unnamed) extra[columnLetters(index)] = cells[index] ?? null
  return extra
}
