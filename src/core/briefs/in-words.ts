import type { Lang } from '../model/lang.ts'

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

/** A span of two partial dates; open ends show as an open dash. Null where both are missing. */
export function periodInWords(from: string | null, to: string | null, lang: Lang): string | null {
  if (from === null && to === null) return null
  const [start, end] = [from, to].map((date) => (date === null ? '' : dateInWords(date, lang)))
  if (start === end) return start ?? null
  return /\s/.test(`${start}${end}`) ? `${start} – ${end}`.trim() : `${start}–${end}`
}

/** The years of a span ("2011–2012"). Null where both dates are missing. */
export function yearsInWords(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null
  const [start, end] = [from, to].map((date) => date?.slice(0, 4) ?? '')
  return start === end ? (start ?? null) : `${start}–${end}`
}

/** Several things as one phrase: "a, b and c". */
export function listInWords(entries: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' }).format(entries)
}
