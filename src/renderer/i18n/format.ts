import type { Lang } from '../../core/model/lang.ts'

const numbers = new Map<Lang, Intl.NumberFormat>()
const lists = new Map<Lang, Intl.ListFormat>()
const collators = new Map<Lang, Intl.Collator>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** How much of a moment is shown. */
export type DateStyle = 'day' | 'day-and-time' | 'time' | 'day-of-year' | 'month'

const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  'day-and-time': { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  'day-of-year': { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
}

/** A number as people of that language write it: 1,234 · 1 234 · 1234. */
export function formatNumber(value: number, lang: Lang): string {
  return kept(numbers, lang, () => new Intl.NumberFormat(lang)).format(value)
}

/** So many bytes in the unit that suits them: 12 kB · 3.4 Mo · 4 GB. */
export function formatBytes(bytes: number, lang: Lang): string {
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte']
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}

/** A moment (milliseconds since 1970) as people of that language write it; empty for one no calendar has. */
export function formatDate(at: number, lang: Lang, style: DateStyle = 'day'): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return ''
  // English stands for the whole world here, which writes 24 hours and the day first.
  const locale = lang === 'en' ? 'en-GB' : lang
  return kept(dates, `${lang} ${style}`, () => new Intl.DateTimeFormat(locale, STYLES[style])).format(at)
}

/** A day in as few signs as tell it apart: without its year this year, without its day before. */
export function formatShortDate(at: number, lang: Lang): string {
  const thisYear = new Date(at).getFullYear() === new Date().getFullYear()
  return formatDate(at, lang, thisYear ? 'day-of-year' : 'month')
}

/** A partial ISO date (2005, 2005-07, 2005-07-31) in words; as it is where it is none. */
export function formatPartialDate(date: string, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || !Number.isInteger(year) || month === undefined || !Number.isInteger(month)) return date
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' }
  if (day !== undefined && Number.isInteger(day)) options.day = 'numeric'
  const at = Date.UTC(year, month - 1, day ?? 1)
  return Number.isNaN(at) ? date : new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, options).format(at)
}

/** Names in one row, as people of that language say it: Ana, Luc and Inès. */
export function formatNames(names: readonly string[], lang: Lang): string {
  return kept(lists, lang, () => new Intl.ListFormat(lang, { type: 'conjunction' })).format(names)
}

/** Sorts words as people of that language do, numbers by their value. */
export function collator(lang: Lang): Intl.Collator {
  return kept(collators, lang, () => new Intl.Collator(lang, { numeric: true, sensitivity: 'base' }))
}

/** Lower case without accents, for finding things whatever way they are typed. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
