import { LANGS } from '../model/lang.ts'
import { analyse, type Analysed } from './analyse.ts'
import { stemFolded } from './stems.ts'
import { isStopWordSomewhere } from './stop-words.ts'
import { eachToken } from './tokens.ts'

/** One word of a query. */
export type QueryWord = {
  /** As it was typed. */
  readonly typed: string
  readonly surface: string
  readonly kind: Analysed['kind']
  /** What it may be listed under, in any of the three languages: a query is too short to tell its language. */
  readonly terms: readonly string[]
  /** The word being typed: it may go on. */
  readonly last: boolean
  /** Whether a record should hold it; the others only help the order. */
  readonly required: boolean
}

/** How many different words of a query are looked at; whoever pastes a page is searching for its beginning. */
const MOST_WORDS = 32

/**
 * Reads a query. Without a letter or digit it has no words.
 *
 * Words that mean nothing in one of the languages, and a single letter just begun after other words, are not required,
 * unless there is nothing else.
 */
export function queryWords(query: string): readonly QueryWord[] {
  const typed: string[] = []
  eachToken(query, (start, end) => {
    typed.push(query.slice(start, end))
  })
  const bySurface = new Map<string, string>()
  for (const word of typed) {
    const { surface } = analyse(word, 'none')
    if (!bySurface.has(surface)) bySurface.set(surface, word)
  }
  const last = analyse(typed.at(-1) ?? '', 'none').surface
  const words = [...bySurface.values()].slice(0, MOST_WORDS).map((word) => readWord(word, last))
  const telling = words.filter((word) => word.required)
  return telling.length > 0 ? words : words.map((word) => ({ ...word, required: true }))
}

function readWord(typed: string, last: string): QueryWord {
  const { surface, term, kind } = analyse(typed, 'none')
  const isLast = surface === last
  const stems = kind === 'word' ? LANGS.map((lang) => stemFolded(surface, lang)) : []
  return {
    typed,
    surface,
    kind,
    terms: [...new Set([term, ...stems])],
    last: isLast,
    required: !isStopWordSomewhere(surface) && !(kind === 'word' && surface.length === 1),
  }
}
