import type { Card } from '../model/card.ts'
import { FACETS, type Facet, type FacetCounts, type Filters } from './query.ts'

/** What the library must know of goals and themes to count and filter by them. */
export type Taxonomy = {
  /** The number of the goal that an SDG code belongs to. */
  readonly goalOf: (code: string) => number | undefined
  /** The broader theme of a theme, built in or of the workspace. */
  readonly parentOf: (theme: string) => string | undefined
}

/** Narrows cards by facet values and counts what is left. */
export type FacetTable = {
  readonly put: (slot: number, card: Card) => void
  readonly remove: (slot: number) => void
  /**
   * Keeps the slots that pass all filters. Counts each facet among the slots that pass the filters of all *other*
   * facets, so that a choice never hides its alternatives.
   */
  readonly narrow: (
    slots: Iterable<number>,
    filters: Filters,
  ) => { readonly slots: readonly number[]; readonly counts: FacetCounts }
  /** Whether a slot has one of the values of each facet. */
  readonly passing: (filters: Filters) => (slot: number) => boolean
  /** Whether a slot has any of the values of any facet. */
  readonly having: (filters: Filters) => (slot: number) => boolean
}

/** Every value a card counts for: a target counts for its goal too, a theme for its broader themes. */
export function facetValues(card: Card, { goalOf, parentOf }: Taxonomy): Readonly<Record<Facet, readonly string[]>> {
  const sdgs = card.sdgs.flatMap(({ code }) => {
    const goal = goalOf(code)
    return goal === undefined ? [code] : [code, String(goal)]
  })
  return {
    kind: [card.kind],
    sdg: [...new Set(sdgs)],
    theme: [...new Set(card.themes.flatMap((theme) => withBroader(theme, parentOf)))],
    country: [...new Set(card.countries)],
    lang: [...new Set(card.languages)],
    state: [card.state],
  }
}

function withBroader(theme: string, parentOf: Taxonomy['parentOf']): readonly string[] {
  const line: string[] = []
  for (let next: string | undefined = theme; next !== undefined && !line.includes(next); next = parentOf(next)) {
    line.push(next)
  }
  return line
}

/** The values of one facet. Each value of any facet has a number of its own. */
type Column = {
  readonly facet: Facet
  readonly numbers: Map<string, number>
  /** The numbers of the values of each slot. */
  readonly values: (readonly number[])[]
}

/** Makes an empty table. */
export function createFacetTable(taxonomy: Taxonomy): FacetTable {
  const columns = FACETS.map((facet): Column => ({ facet, numbers: new Map(), values: [] }))
  /** The numbers of all values of each slot, side by side: most counting is done without any filter. */
  const allValues: (readonly number[])[] = []
  let numbered = 0

  function numbersOf({ numbers }: Column, values: readonly string[]): readonly number[] {
    return values.map((value) => {
      const known = numbers.get(value)
      if (known !== undefined) return known
      numbers.set(value, numbered)
      numbered += 1
      return numbered - 1
    })
  }

  return {
    put(slot, card) {
      const values = facetValues(card, taxonomy)
      for (const column of columns) column.values[slot] = numbersOf(column, values[column.facet])
      allValues[slot] = columns.flatMap((column) => column.values[slot] ?? [])
    },
    remove(slot) {
      for (const column of columns) column.values[slot] = []
      allValues[slot] = []
    },
    passing(filters) {
      const chosen = chosenIn(columns, filters)
      return (slot) => failures(columns, chosen, slot) === NONE
    },
    having(filters) {
      const chosen = chosenIn(columns, filters)
      return (slot) => columns.some((column, at) => column.values[slot]?.some((number) => chosen[at]?.has(number)))
    },
    narrow(slots, filters) {
      const chosen = chosenIn(columns, filters)
      const isFiltered = chosen.some((wanted) => wanted !== null)
      const counts = new Uint32Array(numbered)
      const kept: number[] = []
      for (const slot of slots) {
        const failed = isFiltered ? failures(columns, chosen, slot) : NONE
        if (failed === MANY) continue
        if (failed === NONE) kept.push(slot)
        const counted = failed === NONE ? allValues[slot] : columns[failed]?.values[slot]
        if (counted) for (const number of counted) counts[number] = (counts[number] ?? 0) + 1
      }
      return { slots: kept, counts: named(columns, counts) }
    },
  }
}

/** The numbers of the values chosen, facet by facet; null where nothing is. */
function chosenIn(columns: readonly Column[], filters: Filters): readonly (ReadonlySet<number> | null)[] {
  return columns.map(({ facet, numbers }) => {
    const values = filters[facet]
    return values && values.length > 0 ? new Set(values.map((value) => numbers.get(value) ?? -1)) : null
  })
}

const NONE = -1
const MANY = -2

/** Which facet's filter a slot fails: the column's place, `NONE` or `MANY`. */
function failures(columns: readonly Column[], chosen: readonly (ReadonlySet<number> | null)[], slot: number): number {
  let failed = NONE
  for (let at = 0; at < chosen.length; at += 1) {
    const wanted = chosen[at]
    if (!wanted || columns[at]?.values[slot]?.some((number) => wanted.has(number))) continue
    if (failed !== NONE) return MANY
    failed = at
  }
  return failed
}

function named(columns: readonly Column[], counts: Uint32Array): FacetCounts {
  const entries = columns.map(({ facet, numbers }) => {
    const values = [...numbers].map(([name, number]) => [name, counts[number] ?? 0] as const)
    return [facet, Object.fromEntries(values.filter(([, count]) => count > 0))] as const
  })
  return Object.fromEntries(entries) as FacetCounts
}
