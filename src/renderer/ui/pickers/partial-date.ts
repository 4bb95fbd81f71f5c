import { folded } from '../../i18n/format.ts'

/** Month names by number, in the three languages at once: people write in one and work in another. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'enero'],
  ['february', 'fevrier', 'febrero'],
  ['march', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juin', 'junio'],
  ['july', 'juillet', 'julio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'decembre', 'diciembre'],
]

const LINKING_WORDS = new Set(['de', 'del', 'of', 'the', 'le', 'el', 'du', 'en', 'in'])

/**
 * Reads a year, month or day as people type it (2011 · 12/2011 · 5 déc. 2011 · 5 de diciembre de 2011 · 2011-12-05) as
 * a partial ISO date; null where it is none. The day comes before the month unless that cannot be.
 */
export function parsePartialDate(typed: string): string | null {
  const words = folded(typed)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '' && !LINKING_WORDS.has(word))
    .map((word) => word.replace(/^(\d{1,2})(?:er|st|nd|rd|th|o|a)$/, '$1'))
  const named = words.findIndex((word) => /^\p{Letter}/u.test(word))
  if (named < 0) return fromNumbers(words)
  const month = monthOf(words[named] ?? '')
  const numbers = words.filter((_, index) => index !== named)
  if (month === null || !numbers.every((word) => /^\d+$/.test(word))) return null
  const year = numbers.find((word) => word.length === 4)
  const days = numbers.filter((word) => word !== year)
  if (year === undefined || days.length > 1) return null
  return toIso(year, month, days[0] === undefined ? undefined : Number(days[0]))
}

/** Reads "from – to" typed or pasted in one go; null where the text is not two dates. */
export function parsePeriod(typed: string): { readonly from: string; readonly to: string } | null {
  const parts = typed.split(
    /\s+(?:-|to|until|till|a|à|au|jusqu['’]?(?:à|au)|al|hasta)\s+|\s*[–—→]\s*|^(\d{4})-(?=\d{4}$)/iu,
  )
  const [left, right, ...more] = parts.filter((part) => part !== undefined && part.trim() !== '')
  if (left === undefined || right === undefined || more.length > 0) return null
  const from = parsePartialDate(left.replace(/^\s*(?:from|since|du|de|depuis|desde|del)\s+/iu, ''))
  const to = parsePartialDate(right)
  return from === null || to === null ? null : { from, to }
}

/** Whether a period runs forward, as far as its two partial dates tell. */
export function runsForward(from: string, to: string): boolean {
  const length = Math.min(from.length, to.length)
  return from.slice(0, length) <= to.slice(0, length)
}

function fromNumbers(words: readonly string[]): string | null {
  if (!words.every((word) => /^\d{1,4}$/.test(word))) return null
  const [first, second, third, ...more] = words
  if (first === undefined || more.length > 0) return null
  if (first.length === 4) return toIso(first, numberOf(second), numberOf(third))
  if (second?.length === 4 && third === undefined) return toIso(second, Number(first), undefined)
  if (second === undefined || third?.length !== 4) return null
  const [day, month] = [Number(first), Number(second)]
  return month > 12 && day <= 12 ? toIso(third, day, month) : toIso(third, month, day)
}

function numberOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : Number(word)
}

function toIso(year: string, month: number | undefined, day: number | undefined): string | null {
  if (month === undefined) return year
  if (month < 1 || month > 12) return null
  const start = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return start
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  return day < 1 || day > last ? null : `${start}-${String(day).padStart(2, '0')}`
}

/** The month that a name or at least three of its first letters can only mean. */
function monthOf(word: string): number | null {
  if (word.length < 3) return null
  const found = MONTHS.flatMap((names, index) => (names.some((name) => name.startsWith(word)) ? [index + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}
