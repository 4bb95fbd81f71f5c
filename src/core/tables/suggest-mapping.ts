import { findField, RECORD_KINDS, type RecordKind } from '../model/kinds.ts'
import type { Lang } from '../model/lang.ts'
import { matchCountry } from '../taxonomy/countries.ts'
import { type ColumnName, matchChoice, readColumnName, targetNamed } from './column-name.ts'
import type { Mapping } from './mapping.ts'
import { cellText, isFilled, type SheetRow, type Table } from './table.ts'
import { EXTRA, readTarget, SKIPPED } from './target.ts'

/** How many rows are looked at before a mapping is suggested. */
export const SAMPLE = 100

/** What a form's machinery writes beside the answers: which computer it was, and what joins its sheets. */
const MACHINERY = new Set([
  ...['start', 'end', 'today', 'deviceid', 'subscriberid', 'simserial', 'phonenumber', 'username', 'audit'],
  ...['_index', '_parent_index', '_parent_table_name', '_version_', '__version__', '_status', '_validation_status'],
  ...['_submitted_by', '_xform_id_string', 'formhub/uuid', 'meta/rootuuid', 'meta/deprecatedid', 'parent_key'],
  ...['attachmentspresent', 'attachmentsexpected', 'deviceid', 'edits', 'formversion', 'reviewstate', 'submitterid'],
])

/** The columns by which forms name an answer, best first. */
const FORM_IDS = ['_uuid', 'meta/instanceid', 'instanceid', 'key', '_id']

const ISO_DAY = /^\d{4}-\d\d-\d\d/
const FILE =
  /^[^/\\<>:"|?*]+\.(?:jpe?g|png|heic|webp|gif|tiff?|mp3|m4a|aac|wav|ogg|amr|3gpp?|mp4|mov|pdf|docx?|odt|xlsx?)$/i
const UUID = /^(?:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const LONG = 120

type Column = { readonly written: string; readonly name: ColumnName; readonly samples: readonly string[] }

/**
 * Suggests where each column goes: by its name in any of the three languages, else by what its first rows hold. Texts
 * that nothing is known about become the title and the body if there are none; all else is kept with the details.
 */
export function suggestMapping(table: Pick<Table, 'columns' | 'rows'>, kind: RecordKind = 'case-study'): Mapping {
  if (table.columns.includes(RECORD_ID)) return ownMapping(table.columns, kind)
  const columns = columnsOf(table)
  const chosen = new Map<string, string>()
  const form = columns.some(({ written }) => FORM_IDS.slice(0, 4).includes(written.toLowerCase()))
  if (form) chooseForm(columns, chosen)
  for (const column of columns) {
    if (chosen.has(column.written)) continue
    const target = byName(column, kind) ?? byContent(column)
    if (target !== undefined && (mayRepeat(kind, target) || !isTaken(chosen, target)))
      chosen.set(column.written, target)
  }
  chooseTexts(columns, chosen)
  return {
    kind,
    lang: null,
    text: 'plain',
    columns: Object.fromEntries(columns.map(({ written }) => [written, chosen.get(written) ?? EXTRA])),
  }
}

/** The column by which our own exports say which record a row is. */
const RECORD_ID = 'temoin_id'

/** A table that was exported here comes back as it went: its columns are called by their targets. */
function ownMapping(names: readonly string[], kind: RecordKind): Mapping {
  const columns = names.map((written): readonly [string, string] => {
    if (written === RECORD_ID) return [written, 'record']
    if (written.endsWith('_label')) return [written, SKIPPED]
    const { name, lang } = readColumnName(written)
    const target = lang === undefined ? written : localized(name, lang)
    const isKnown = RECORD_KINDS.some((one) => readTarget(one, target) !== undefined)
    return [written, isKnown ? target : EXTRA]
  })
  return { kind, lang: null, text: 'markdown', columns: Object.fromEntries(columns) }
}

function columnsOf({ columns, rows }: Pick<Table, 'columns' | 'rows'>): readonly Column[] {
  const samples = columns.map((): string[] => [])
  let count = 0
  for (const row of rows()) {
    takeSamples(samples, row)
    count += 1
    if (count >= SAMPLE) break
  }
  return columns.map((written, index) => ({ written, name: readColumnName(written), samples: samples[index] ?? [] }))
}

function takeSamples(samples: readonly string[][], { cells }: SheetRow): void {
  samples.forEach((list, index) => {
    if (isFilled(cells[index])) list.push(cellText(cells[index]))
  })
}

function chooseForm(columns: readonly Column[], chosen: Map<string, string>): void {
  for (const { written } of columns) {
    if (MACHINERY.has(written.toLowerCase())) chosen.set(written, SKIPPED)
    else if (written.startsWith('_')) chosen.set(written, EXTRA)
  }
  for (const id of FORM_IDS) {
    const column = columns.find(({ written }) => written.toLowerCase() === id)
    if (column && isUnique(column.samples)) {
      chosen.set(column.written, 'id')
      return
    }
  }
}

function byName({ name, samples, written }: Column, kind: RecordKind): string | undefined {
  const target = targetNamed(name.name) ?? targetNamed(written)
  if (target === undefined) return undefined
  if (target === 'id') return isUnique(samples) ? target : undefined
  // A column called "type" or "status" is one of ours only if its words are.
  if (['kind', 'lang', 'state', 'stage'].includes(target)) {
    return samples.every((sample) => matchChoice(target, sample) !== undefined) ? target : undefined
  }
  if (target === 'files') return samples.every((sample) => FILE.test(sample)) ? target : undefined
  const read = readTarget(kind, target)
  if (!read) return undefined
  const field = findField(kind, read.field)
  return name.lang !== undefined && field?.localized ? localized(target, name.lang) : target
}

function localized(target: string, lang: Lang): string {
  return `${target}:${lang}`
}

function byContent({ samples }: Column): string | undefined {
  if (samples.length === 0) return undefined
  const most = (test: (sample: string) => boolean) => samples.filter(test).length >= samples.length * 0.8
  if (most((sample) => /^\s*(?:sdg|odd|ods)s?\W*\d/i.test(sample))) return 'sdgs'
  if (most((sample) => FILE.test(sample))) return 'files'
  if (most((sample) => UUID.test(sample)) && isUnique(samples)) return 'id'
  if (most((sample) => /^[\p{L}]/u.test(sample) && sample.length > 3 && matchCountry(sample) !== undefined)) {
    return 'countries'
  }
  return undefined
}

/** Several columns may fill a text, a list or a part of one; anything else has room for one. */
function mayRepeat(kind: RecordKind, target: string): boolean {
  const read = readTarget(kind, target)
  if (!read) return target === 'files'
  const type = findField(kind, read.field)?.type
  return type === 'rich' || (type === 'set' && read.part === undefined)
}

function isTaken(chosen: ReadonlyMap<string, string>, target: string): boolean {
  return [...chosen.values()].includes(target)
}

function isUnique(samples: readonly string[]): boolean {
  return samples.length > 0 && new Set(samples).size === samples.length
}

/** A table without a title and without a text still says something: its words, short ones first. */
function chooseTexts(columns: readonly Column[], chosen: Map<string, string>): void {
  const texts = columns.filter((column) => !chosen.has(column.written) && isWords(column.samples))
  const has = (field: string) => [...chosen.values()].some((target) => target.split(':')[0] === field)
  const long = texts.find(({ samples }) => averageLength(samples) > LONG)
  if (!has('body') && long) chosen.set(long.written, 'body')
  const short = texts.find((column) => column !== long && averageLength(column.samples) <= LONG)
  if (!has('title') && short) chosen.set(short.written, 'title')
}

function isWords(samples: readonly string[]): boolean {
  return samples.length > 0 && samples.every((sample) => /\p{L}{2}/u.test(sample) && !ISO_DAY.test(sample))
}

function averageLength(samples: readonly string[]): number {
  return samples.reduce((sum, sample) => sum + sample.length, 0) / Math.max(1, samples.length)
}
