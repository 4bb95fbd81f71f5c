import type { Lang } from '../model/lang.ts'
import type { BriefWords } from './content.ts'

/** International English writes the day before the month, as the two other languages do. */
const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', fr: 'fr', es: 'es' }

/** A number as the language writes it, with every digit that people gave. */
export function numberInWords(value: number, lang: Lang): string {
  return new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 10 }).format(value)
}

/** A partial ISO 8601 date (2005, 2005-07, 2005-07-31) as the language writes it; anything else stands for itself. */
export function dateInWords(date: string, lang: Lang): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? []
  if (year === undefined || month === undefined) return date
  const time = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(time.getTime())) return date
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC', ...(day === undefined ? {} : { day: 'numeric' }) }
  return new Intl.DateTimeFormat(LOCALES[lang], options as Intl.DateTimeFormatOptions).format(time)
}

/** A span of two partial dates; one that is open at an end says since or until. Null where both are missing. */
export function periodInWords(from: string | null, to: string | null, lang: Lang, words: BriefWords): string | null {
  if (from === null)
    return to === null ? null : words(hasDay(to) ? 'period.untilDay' : 'period.until', { date: dateInWords(to, lang) })
  if (to === null) return words(hasDay(from) ? 'period.sinceDay' : 'period.since', { date: dateInWords(from, lang) })
  const [start, end] = [dateInWords(from, lang), dateInWords(to, lang)]
  if (start === end) return start
  return /\s/.test(start + end) ? `${start} – ${end}` : `${start}–${end}`
}

/** The years of a span ("2011–2012"). Null where both dates are missing. */
export function yearsInWords(from: string | null, to: string | null, lang: Lang, words: BriefWords): string | null {
  return periodInWords(from?.slice(0, 4) ?? null, to?.slice(0, 4) ?? null, lang, words)
}

function hasDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
}

/** Several things as one phrase: "a, b and c". */
export function listInWords(entries: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' }).format(entries)
}
