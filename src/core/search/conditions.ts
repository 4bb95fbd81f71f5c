import type { Card } from '../model/card.ts'
import type { FacetTable } from './facets.ts'
import type { ReadQuery } from './read-query.ts'

/** Whether a record may be found at all. */
export type Condition = (slot: number, card: Card) => boolean

/**
 * What the operators of a query ask of a record, whatever its words; null where they ask nothing. `held` are the slots
 * that hold what the query excludes.
 */
export function conditionOf(
  { only, except, from, to }: Pick<ReadQuery, 'only' | 'except' | 'from' | 'to'>,
  facets: FacetTable,
  held: ReadonlySet<number>,
): Condition | null {
  const conditions: Condition[] = []
  if (held.size > 0) conditions.push((slot) => !held.has(slot))
  if (Object.keys(only).length > 0) conditions.push(facets.passing(only))
  if (Object.keys(except).length > 0) {
    const having = facets.having(except)
    conditions.push((slot) => !having(slot))
  }
  if (from !== null) conditions.push((_, card) => reaches(card, from))
  if (to !== null) conditions.push((_, card) => beginsBy(card, to))
  if (conditions.length === 0) return null
  return (slot, card) => conditions.every((holds) => holds(slot, card))
}

/** Whether the period of a record goes on until a date or later. A year includes all of its days. */
function reaches(card: Card, date: string): boolean {
  const end = card.to ?? card.from
  return end !== null && end.slice(0, date.length) >= date.slice(0, end.length)
}

/** Whether the period of a record begins by a date. */
function beginsBy(card: Card, date: string): boolean {
  const start = card.from ?? card.to
  return start !== null && start.slice(0, date.length) <= date.slice(0, start.length)
}
