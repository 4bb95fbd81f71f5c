import { isJsonObject, type Json } from '../model/json.ts'
import { createTextHash } from '../search/text-hash.ts'

/** A record that a search found and that was left out, and why. */
export type LeftOut = { readonly record: string; readonly reason: string }

/** A search that was made for a brief, as its methods are told by it. */
export type Searched = {
  readonly key: string
  readonly query: string
  /** The day, as a date without a time. */
  readonly date: string
  /** How many records it found that day. */
  readonly total: number
  readonly chosen: readonly string[]
  readonly excluded: readonly LeftOut[]
}

/** Reads an entry of a brief's search log; null for one that is none. */
export function readSearched(value: Json): Searched | null {
  if (!isJsonObject(value)) return null
  const { key, query, date, total, chosen, excluded } = value
  if (typeof key !== 'string' || typeof query !== 'string' || typeof date !== 'string') return null
  return {
    key,
    query,
    date,
    total: typeof total === 'number' ? total : 0,
    chosen: listIn(chosen).filter((entry) => typeof entry === 'string'),
    excluded: listIn(excluded).flatMap((entry) => {
      if (!isJsonObject(entry) || typeof entry['record'] !== 'string') return []
      return [{ record: entry['record'], reason: typeof entry['reason'] === 'string' ? entry['reason'] : '' }]
    }),
  }
}

/** The entry for a search as it was just made: the one there was of it that day, with what it finds now, or another. */
export function searchedNow(
  log: readonly Searched[],
  {
    query,
    total,
    date,
    author,
  }: { readonly query: string; readonly total: number; readonly date: string; readonly author: string },
): Searched {
  const hash = createTextHash()
  // One entry for each person: what two people chose apart is not a difference to be settled.
  for (const part of [query, date, author]) hash.add(part)
  const key = `s${hash.value().toString(36)}`
  const before = log.find((entry) => entry.key === key)
  return { key, query, date, total, chosen: before?.chosen ?? [], excluded: before?.excluded ?? [] }
}

/** Notes that a record a search found was chosen. */
export function withChosen(searched: Searched, record: string): Searched {
  if (searched.chosen.includes(record)) return searched
  const excluded = searched.excluded.filter((entry) => entry.record !== record)
  return { ...searched, chosen: [...searched.chosen, record], excluded }
}

/** Notes that a record a search found was left out, and why. */
export function withExcluded(searched: Searched, record: string, reason: string): Searched {
  const others = searched.excluded.filter((entry) => entry.record !== record)
  return {
    ...searched,
    chosen: searched.chosen.filter((entry) => entry !== record),
    excluded: [...others, { record, reason }],
  }
}

function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
