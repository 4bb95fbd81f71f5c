import { isPartialDate } from '../model/partial-date.ts'
import { foldName } from '../taxonomy/fold.ts'

/** Whether the day or the month comes first in a column of dates such as 03/04/2011. */
export type DayOrder = 'day-first' | 'month-first'

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'enero', 'jan', 'janv', 'ene'],
  ['february', 'fevrier', 'febrero', 'feb', 'fevr', 'fev'],
  ['march', 'mars', 'marzo', 'mar'],
  ['april', 'avril', 'abril', 'apr', 'avr', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'juin', 'junio', 'jun'],
  ['july', 'juillet', 'julio', 'jul', 'juil'],
  ['august', 'aout', 'agosto', 'aug', 'ago'],
  ['september', 'septembre', 'septiembre', 'setiembre', 'sep', 'sept', 'set'],
  ['october', 'octobre', 'octubre', 'oct'],
  ['november', 'novembre', 'noviembre', 'nov'],
  ['december', 'decembre', 'diciembre', 'dec', 'dic'],
]

const monthByName = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

const NUMBERS = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})(?:[T\s,].*)?$/
const ISO = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s].*)?$/
const MONTH_AND_YEAR = /^(\d{1,2})[/.-](\d{4})$/
/** Words that stand in dates without saying when, ordinal endings aside. */
const LOOSE = new Set(['de', 'del', 'of', 'le', 'el', 'the', 'on', 'er', 'st', 'nd', 'rd', 'th', 'o'])

/** Days between the first day a spreadsheet counts and 1970, and the serial numbers that can be dates (1927–2119). */
const SERIAL_EPOCH = 25_569
const SERIALS = { from: 10_000, to: 80_000 } as const
const DAY = 86_400_000

/**
 * Reads a date as people write it, in words or numbers, in any of the three languages, as a partial ISO 8601 date.
 * A number alone is a year, or the serial number under which a spreadsheet keeps a day. Undefined where it is no date.
 */
export function readDate(written: string | number, order: DayOrder = 'day-first'): string | undefined {
  if (typeof written === 'number') return fromNumber(written)
  const text = written.trim()
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return fromNumber(Number(text))
  const iso = ISO.exec(text)
  if (iso) return partial(iso[1], iso[2], iso[3])
  const numbers = NUMBERS.exec(text)
  if (numbers) return fromNumbers(numbers, order)
  const short = MONTH_AND_YEAR.exec(text)
  return short ? partial(short[2], short[1]) : fromWords(text)
}

/** Which order a column of dates is written in: the one that makes every date exist; day first where both do. */
export function dayOrderOf(samples: Iterable<string>): DayOrder {
  let monthFirst = false
  for (const sample of samples) {
    const found = NUMBERS.exec(sample.trim())
    if (!found) continue
    if (Number(found[1]) > 12) return 'day-first'
    if (Number(found[2]) > 12) monthFirst = true
  }
  return monthFirst ? 'month-first' : 'day-first'
}

function fromNumbers([, first = '', second = '', year]: RegExpExecArray, order: DayOrder): string | undefined {
  return order === 'day-first'
    ? (partial(year, second, first) ?? partial(year, first, second))
    : (partial(year, first, second) ?? partial(year, second, first))
}

function fromNumber(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 1000 && value <= 9999) return String(value)
  if (!(value >= SERIALS.from && value <= SERIALS.to)) return undefined
  return new Date((Math.floor(value) - SERIAL_EPOCH) * DAY).toISOString().slice(0, 10)
}

function fromWords(text: string): string | undefined {
  const words = foldName(text.replace(/(\d)(?:er|st|nd|rd|th|o|º)\b/gi, '$1'))
    .split(' ')
    .filter((word) => !LOOSE.has(word))
  const months = words.filter((word) => monthByName.has(word))
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const year = numbers.find((number) => number.length === 4)
  const days = numbers.filter((number) => number.length <= 2)
  // A weekday may stand before the day; anything more is a sentence, not a date.
  if (months.length !== 1 || year === undefined || days.length > 1 || words.length > 4) return undefined
  return partial(year, String(monthByName.get(months[0] ?? '')), days[0])
}

function partial(year = '', month?: string, day?: string): string | undefined {
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined)
  const date = parts.join('-')
  return isPartialDate(date) ? date : undefined
}
