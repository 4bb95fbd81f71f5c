import type { Lang } from '../../core/model/lang.ts'
import { findField } from '../../core/model/kinds.ts'
import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts'
import { countryName } from '../../core/taxonomy/countries.ts'
import { sdgLabel } from '../../core/taxonomy/sdgs.ts'
import { formatNumber, formatPartialDate } from '../i18n/format.ts'
import type { Text } from '../i18n/use-text.ts'
import { textIn } from './text-in.ts'

/** What a field is called. */
export function fieldLabel(t: Text, field: string): string {
  return t(`kinds:fields.${field}.label`, { defaultValue: field })
}

/** The question a field asks while it is empty; some kinds ask it in their own way. */
export function fieldQuestion(t: Text, kind: string, field: string): string {
  return t(`kinds:${kind}.fields.${field}.question`, { defaultValue: t(`kinds:fields.${field}.question`) })
}

/** A value of a field as people read it: choices, dates and figures in words. */
export function valueWords(t: Text, lang: Lang, kind: string, field: string, value: Json): string {
  const declared = findField(kind, field)
  if (value === null || value === '') return t('record:value.none')
  if (declared?.type === 'choice') return t(`kinds:choices.${field}.${textIn(value)}`, { defaultValue: textIn(value) })
  if (declared?.type === 'flag') return t(value === true ? 'record:value.yes' : 'record:value.no')
  if (declared?.type === 'period') return periodWords(t, lang, value)
  if (declared?.type === 'set') return elementWords(t, lang, declared.element, value)
  // A year has no thousands to keep apart.
  return isJsonObject(value) ? Object.values(value).map(textIn).filter(Boolean).join(', ') : textIn(value)
}

/** A period as people write it; empty where neither end is known. */
export function periodWords(t: Text, lang: Lang, value: Json): string {
  if (!isJsonObject(value)) return ''
  const [from, to] = [value['from'], value['to']].map((date) =>
    typeof date === 'string' ? formatPartialDate(date, lang) : '',
  )
  if (from && to) return from === to ? from : `${from} – ${to}`
  if (from) return t('record:period.since', { date: from })
  return to ? t('record:period.until', { date: to }) : ''
}

function elementWords(t: Text, lang: Lang, element: string, value: Json): string {
  if (element === 'country') return countryName(textIn(value), lang)
  if (element === 'sdg-code') return `${textIn(value)} ${sdgLabel(textIn(value), lang)}`
  if (!isJsonObject(value)) return textIn(value)
  if (element === 'sdg') {
    const code = textIn(value['code'])
    const tag = `${code} ${sdgLabel(code, lang)} (${t(`taxonomy:sdg.strength.${textIn(value['strength'])}`)})`
    return [tag, ...originWords(t, value)].join(' · ')
  }
  if (element === 'volunteers') return volunteerWords(t, lang, value)
  if (element === 'place') return listed([value['name'], countryName(textIn(value['country']), lang)], lang)
  if (element === 'translation') {
    const [field = '', locale = ''] = textIn(value['key']).split(':')
    const state = t(`kinds:choices.translations.${textIn(value['state'])}`)
    return t('record:translation.words', { field: fieldLabel(t, field), lang: locale.toUpperCase(), state })
  }
  if (element === 'searched') return listed([value['query'], value['date']], lang)
  if (element === 'figure') {
    const { value: number, unit, what, date, source } = value
    const amount = [numberWords(number, lang), textIn(unit), textIn(what)].filter(Boolean).join(' ')
    return listed([amount, typeof date === 'string' ? formatPartialDate(date, lang) : '', source], lang)
  }
  return listed([value['name'], value['role']], lang)
}

/** Where a tag came from, and the list it was taken from. */
function originWords(t: Text, { from, framework }: JsonObject): readonly string[] {
  const source = from === 'suggested' || from === 'mdg' ? [t(`suggest:from.${from}`)] : []
  return typeof framework === 'string' ? [...source, framework] : source
}

function volunteerWords(t: Text, lang: Lang, value: JsonObject): string {
  const parts = ['number', 'women', 'men', 'youth'].flatMap((part) => {
    const count = value[part]
    return typeof count === 'number' ? [`${t(`kinds:parts.volunteers.${part}`)} ${formatNumber(count, lang)}`] : []
  })
  return [t(`kinds:choices.volunteers.${textIn(value['type'])}`), ...parts].join(', ')
}

function listed(parts: readonly (Json | undefined)[], lang: Lang): string {
  return parts
    .map((part) => numberWords(part, lang) || textIn(part))
    .filter((part) => part !== '')
    .join(', ')
}

function numberWords(value: Json | undefined, lang: Lang): string {
  return typeof value === 'number' ? formatNumber(value, lang) : ''
}
