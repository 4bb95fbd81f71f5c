import type { Card } from '../../core/model/card.ts'
import { isRecordKind } from '../../core/model/kinds.ts'
import type { Store } from '../../core/store.ts'

/** Counts of a workspace's records by each thing people ask about. */
export type Stats = {
  readonly records: number
  readonly briefs: number
  readonly changes: number
  readonly kind: Readonly<Record<string, number>>
  readonly sdg: Readonly<Record<string, number>>
  readonly theme: Readonly<Record<string, number>>
  readonly country: Readonly<Record<string, number>>
  readonly lang: Readonly<Record<string, number>>
  readonly state: Readonly<Record<string, number>>
}

/** Counts what a workspace holds, deleted records aside. A record counts once for each goal, target, theme and language it has. */
export function statsOf(store: Store): Stats {
  const cards = store.cards().filter((card) => !card.deleted)
  const records = cards.filter((card) => isRecordKind(card.kind))
  return {
    records: records.length,
    briefs: cards.length - records.length,
    changes: store.changeCount(),
    kind: count(records, (card) => [card.kind]),
    sdg: count(records, (card) => card.sdgs.map((tag) => tag.code)),
    theme: count(records, (card) => card.themes),
    country: count(records, (card) => card.countries),
    lang: count(records, (card) => card.languages),
    state: count(records, (card) => [card.state]),
  }
}

function count(cards: readonly Card[], valuesOf: (card: Card) => readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const value of cards.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
