import type { MatchSink } from './postings.ts'

/** Called with a term by its number in a segment. */
export type VisitTerm = (term: number, detail: number) => void

/** What `read` leaves of a place where one text ends and another begins. */
export const BOUNDARY = -1

/**
 * Records that were indexed together: their words, the terms these are listed under, the records of each term, and the
 * words of each record in order. Records, words and terms go by numbers that mean something in their segment alone.
 * A record that is taken out stays where it is and is passed over.
 */
export type Segment = {
  /** How many records there are, those that were taken out included. */
  readonly records: () => number
  /** The slot of a record in the library; −1 once it was taken out. */
  readonly slotOf: (record: number) => number
  /** Takes a record out of sight. */
  readonly hide: (record: number) => void
  /** Takes a record out, and counts its words down. */
  readonly take: (record: number) => void
  readonly wordCount: () => number
  readonly surfaceOf: (word: number) => string
  /** How many records hold a word. */
  readonly holdersOf: (word: number) => number
  readonly termCount: () => number
  readonly term: (key: string) => number | undefined
  readonly keyOf: (term: number) => string
  readonly termOfWord: (word: number) => number
  /** The words spelled so; the detail that is visited is the word. */
  readonly spelled: (surface: string, visit: VisitTerm) => void
  readonly eachWordFrom: (prefix: string, visit: (word: number) => void) => void
  /** The words that begin so, each with the length of the key of its term. */
  readonly startingWith: (prefix: string, visit: VisitTerm) => void
  /** The words at most `distance` letters added, left out, changed or swapped away, with the distance of each. */
  readonly resembling: (surface: string, distance: number, visit: VisitTerm) => void
  /** Whether any record is listed under a term; those of small words often have none. */
  readonly isListed: (term: number) => boolean
  readonly isInTitles: (term: number) => boolean
  /** Gives the records of a term to a sink, each with how sure the match is times what the term weighs in it. */
  readonly gather: (term: number, sureness: number, onlyTitles: boolean, sink: MatchSink) => void
  readonly eachPosting: (term: number, visit: (record: number, weight: number) => void) => void
  /** Writes the words of a record, in order, into an array, and answers how many; `BOUNDARY` stands between texts. */
  readonly read: (record: number, into: number[]) => number
}
