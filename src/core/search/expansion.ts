import type { Lang } from '../model/lang.ts'
import { analyse } from './analyse.ts'
import type { QueryWord } from './query-words.ts'
import { eachToken } from './tokens.ts'

/** What a concept is called: one word or several, in a language. */
export type Alternative = {
  readonly text: string
  readonly lang: Lang
  /** How sure a match is, from 1 to 16; the word as it was typed counts 16, its inflections 14. */
  readonly weight: number
  /** Whether it is a name, looked for as it stands: tags hold names uninflected. */
  readonly asName?: boolean
}

/** What some words of a query may also be called, by the concept they name. */
export type Expansion = {
  readonly concept: string
  /** Which words of the query: places in its list of words, [first, end). */
  readonly first: number
  readonly end: number
  readonly alternatives: readonly Alternative[]
}

/** Finds what words of a query may also be called. Asked once for every query, with the words in the order typed. */
export type Expand = (words: readonly QueryWord[]) => readonly Expansion[]

/** An expansion of which something was found: "also: bénévolat, voluntariado". */
export type Also = {
  readonly concept: string
  /** The words of the query, as they were typed. */
  readonly typed: string
  /** What else was found, surest first. */
  readonly found: readonly { readonly text: string; readonly lang: Lang }[]
}

/** An alternative as records are looked for by it: all of these terms, side by side. */
export type AlternativeTerms = Alternative & { readonly terms: readonly string[] }

/** Reads the words of an alternative in its own language. Small words are passed over where there are others. */
export function alternativeTerms(alternative: Alternative): AlternativeTerms {
  const { text, lang, asName = false } = alternative
  const words: ReturnType<typeof analyse>[] = []
  eachToken(text, (start, end) => {
    const word = text.slice(start, end)
    const stop = analyse(word, lang).stop
    words.push({ ...analyse(word, asName ? 'none' : lang), stop })
  })
  const telling = words.filter(({ stop }) => !stop)
  return { ...alternative, terms: (telling.length > 0 ? telling : words).map(({ term }) => term) }
}
