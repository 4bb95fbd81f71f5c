import { LANGS, type Lang } from '../model/lang.ts'
import { analyse } from '../search/analyse.ts'
import type { QueryWord } from '../search/query-words.ts'
import { foldWord } from '../search/fold.ts'
import { stemFolded } from '../search/stems.ts'
import { isStopWord, isStopWordSomewhere } from '../search/stop-words.ts'
import { eachToken } from '../search/tokens.ts'
import { type Concept, type Name, namesOf } from './concept.ts'

/** A name of a concept found among words: places in their list, [first, end). */
export type Recognised = {
  readonly concept: Concept
  readonly lang: Lang
  readonly first: number
  readonly end: number
  /** Whether the words stand in it as they were typed; otherwise they are inflected. */
  readonly exact: boolean
  readonly ambiguous: boolean
  /** Whether it is the name of one thing in the world, whose parts mean nothing by themselves. */
  readonly proper: boolean
}

/** Finds which concepts words name, inflected or not. */
export type NameIndex = {
  /** Every name that begins at a place of the list, longest first. */
  readonly at: (words: readonly QueryWord[], first: number) => readonly Recognised[]
}

type Waiting = { readonly concept: Concept; readonly lang: Lang; readonly name: Name }

type Entry = {
  readonly concept: Concept
  readonly lang: Lang
  /** The words of the name, folded, that must follow one another. */
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** An abbreviation that would be a small word if it were not in capitals ("WHO", "UN"). */
  readonly capitals: string | undefined
  readonly ambiguous: boolean
  readonly proper: boolean
}

/** Names whose first word begins with the same letters, by language and stem of that word. */
type Shelf = ReadonlyMap<string, readonly Entry[]>

/** Inflections share so many letters. */
const SHARED = 2

const REMEMBERED = 5_000

const SPACED = /[^\p{L}]/u

/** Sorts names by how they begin; reading and stemming them waits until a query begins so. */
export function createNameIndex(concepts: Iterable<Concept>): NameIndex {
  const waiting = new Map<string, Waiting[]>()
  const shelves = new Map<string, Shelf>()
  const stems: Readonly<Record<Lang, Map<string, string>>> = { en: new Map(), fr: new Map(), es: new Map() }

  for (const concept of concepts) {
    for (const [lang, name] of recognisedNames(concept)) {
      const beginning = beginningOf(name.text, lang)
      const shelf = waiting.get(beginning)
      if (shelf) shelf.push({ concept, lang, name })
      else waiting.set(beginning, [{ concept, lang, name }])
    }
  }

  function stem(surface: string, lang: Lang): string {
    const known = stems[lang].get(surface)
    if (known !== undefined) return known
    if (stems[lang].size >= REMEMBERED) stems[lang].clear()
    const made = stemFolded(surface, lang)
    stems[lang].set(surface, made)
    return made
  }

  function shelfOf(surface: string): Shelf {
    const beginning = surface.slice(0, SHARED)
    const known = shelves.get(beginning)
    if (known) return known
    const shelf = new Map<string, Entry[]>()
    for (const { concept, lang, name } of waiting.get(beginning) ?? []) {
      const words = wordsOfName(name.text, lang)
      const capitals = isAbbreviation(name.text) && isStopWordSomewhere(words[0] ?? '') ? name.text : undefined
      const { ambiguous, proper = false } = name
      const entry = { concept, lang, words, capitals, ambiguous, proper }
      const stemmed = { ...entry, stems: words.map((word) => stem(word, lang)) }
      const key = `${lang} ${stemmed.stems[0]}`
      shelf.set(key, [...(shelf.get(key) ?? []), stemmed])
    }
    shelves.set(beginning, shelf)
    return shelf
  }

  /** Where the words of a name, begun at a place, end; small words between them do not matter. */
  function endOf(entry: Entry, words: readonly QueryWord[], first: number): number | null {
    let at = first
    for (const wanted of entry.stems) {
      while (at > first && isPassedOver(words[at], wanted, entry.lang)) at += 1
      const word = words[at]
      if (!word || stem(word.surface, entry.lang) !== wanted) return null
      at += 1
    }
    return entry.capitals === undefined || words[first]?.typed === entry.capitals ? at : null
  }

  function isPassedOver(word: QueryWord | undefined, wanted: string, lang: Lang): boolean {
    return word !== undefined && isStopWord(word.surface, lang) && stem(word.surface, lang) !== wanted
  }

  return {
    at(words, first) {
      const surface = words[first]?.surface ?? ''
      const shelf = shelfOf(surface)
      const found = LANGS.flatMap((lang) =>
        (shelf.get(`${lang} ${stem(surface, lang)}`) ?? []).flatMap((entry): readonly Recognised[] => {
          const end = endOf(entry, words, first)
          if (end === null) return []
          const { concept, ambiguous, proper } = entry
          return [{ concept, lang, first, end, exact: isTyped(entry, words.slice(first, end)), ambiguous, proper }]
        }),
      )
      return found.sort((a, b) => b.end - a.end)
    },
  }
}

/** What is typed in no language may be read in any: whatever its words, they are compared with themselves. */
function recognisedNames(concept: Concept): readonly (readonly [Lang, Name])[] {
  return [...namesOf(concept), ...(concept.typed ?? []).map((name) => ['en', name] as const)]
}

function isTyped(entry: Entry, words: readonly QueryWord[]): boolean {
  return entry.words.every((word) => words.some(({ surface }) => surface === word))
}

/**
 * The words of a name that a query must have: without small words, where two others are left ("sans abri" is not
 * "abri"), and each once, as a query has them ("coopération Sud-Sud").
 */
function wordsOfName(text: string, lang: Lang): readonly string[] {
  const words = new Set<string>()
  eachToken(text, (start, end) => {
    words.add(analyse(text.slice(start, end), 'none').surface)
  })
  const telling = [...words].filter((word) => !isStopWord(word, lang))
  return telling.length > 1 ? telling : [...words]
}

/** How the first word of a name that a query must have begins. */
function beginningOf(text: string, lang: Lang): string {
  if (!SPACED.test(text)) return foldWord(text).slice(0, SHARED)
  return (wordsOfName(text, lang)[0] ?? '').slice(0, SHARED)
}

function isAbbreviation(text: string): boolean {
  return text === text.toUpperCase()
}
