import type { Arrival } from '../../../core/merge/arrivals.ts'

/** The ways to look at what a merge brings. */
export const FATES = ['all', 'new', 'changed', 'deleted', 'contested'] as const

/** One of them. */
export type FateFilter = (typeof FATES)[number]

/** Whether a record belongs to what is looked at. A contested one is changed as well. */
export function inFate(arrival: Arrival, filter: FateFilter): boolean {
  if (filter === 'all') return true
  return filter === 'contested' ? arrival.contested > 0 : arrival.fate === filter
}
