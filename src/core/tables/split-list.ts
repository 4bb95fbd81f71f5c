import { matchCountry } from '../taxonomy/countries.ts'
import { matchSdg } from '../taxonomy/sdgs.ts'
import { matchTheme } from '../taxonomy/themes.ts'

const STRONG = /[\n;|]/
const WEAK = /,/

/** The entries of a cell that holds several names: by line, by semicolon, or by bar. */
export function splitNames(text: string): readonly string[] {
  return entries(text, STRONG)
}

/** The lines of a cell whose entries have parts of their own. */
export function splitLines(text: string): readonly string[] {
  return entries(text, /[\n;]/)
}

/**
 * The tags of a cell. A comma separates them too, and so does a space where every word is a tag, as forms write them;
 * but a name that is known with its commas and spaces is one name.
 */
export function splitTags(field: string, text: string): readonly string[] {
  const known = MATCH[field] ?? (() => undefined)
  return entries(text, STRONG).flatMap((entry) => {
    if (known(entry) !== undefined) return [entry]
    const parts = entries(entry, WEAK)
    if (parts.length > 1) return parts
    const words = entries(entry, /\s/)
    return words.length > 1 && words.every((word) => known(word) !== undefined) ? words : [entry]
  })
}

/** A goal that stands with its name: "5. Gender equality", "ODD 5 : égalité", "5.2 – …". */
export function bareSdg(text: string): string {
  const found = /^\s*(?:(?:sdg|odd|ods)\s*)?(\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?)(?=\s*[.:–—-]|\s)[\s.:–—-]*\p{L}/iu.exec(
    text,
  )
  return found?.[1] ?? text
}

const MATCH: Readonly<Record<string, (text: string) => string | undefined>> = {
  sdgs: (text) => matchSdg(bareSdg(text)),
  countries: matchCountry,
  themes: (text) => matchTheme(text.replaceAll('_', ' ')),
}

function entries(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
