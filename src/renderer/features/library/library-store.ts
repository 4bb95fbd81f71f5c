import { create } from 'zustand'
import type { Lang } from '../../../core/model/lang.ts'
import type { Also } from '../../../core/search/expansion.ts'
import type { FacetCounts, Filters, Hit, SortKey } from '../../../core/search/query.ts'
import { call } from '../../app/client.ts'
import { FIRST_LINE, type Selection, stretch } from './selection.ts'

/** How many records are asked for at a time. */
const PAGE = 60

/** What the list is asked: everything but the part of it. */
export type Asked = {
  readonly query: string
  readonly filters: Filters
  readonly sort: SortKey
  readonly descending: boolean
  readonly lang: Lang
  /** Whether only the words themselves are looked for, and not what they are also called. */
  readonly asTyped: boolean
}

type Library = {
  readonly asked: Asked | null
  readonly filters: Filters
  /** The words that are looked for as typed, once somebody asked for it; other words are a new search. */
  readonly asTyped: string | null
  /** The order chosen while there is a query; without one, what the preferences say. */
  readonly searchSort: SortKey | null
  /** How many there are; null until the first answer. */
  readonly total: number | null
  readonly indexed: number
  readonly facets: FacetCounts | null
  /** What the words are also called, where something was found by it. */
  readonly also: readonly Also[]
  /** The records loaded so far, by their position in the list. */
  readonly hits: ReadonlyMap<number, Hit>
  readonly selection: Selection
}

/** The library as it stands; it stays when one goes to a record and comes back. */
export const useLibrary = create<Library>()(() => ({
  asked: null,
  filters: {},
  asTyped: null,
  searchSort: null,
  total: null,
  indexed: 1,
  facets: null,
  also: [],
  hits: new Map(),
  selection: FIRST_LINE,
}))

/** Whether the library has been open since the workspace was. */
export function hasAsked(): boolean {
  return useLibrary.getState().asked !== null
}

let round = 0
const underWay = new Set<number>()

/** Asks anew: for other words or filters from the top, or for the same ones because something changed. */
export async function askLibrary(asked: Asked, from: 'top' | 'here'): Promise<void> {
  round += 1
  const mine = round
  underWay.clear()
  const offset = from === 'top' ? 0 : pageOf(useLibrary.getState().selection.at)
  const outcome = await call('library.search', { ...asked, offset, limit: PAGE })
  if (mine !== round || !outcome.ok) return
  const { total, indexed, facets, also } = outcome.value
  const loaded = placed(offset, outcome.value.hits)
  // Somebody may have walked on while the answer was on its way: what is chosen now counts, not what was.
  useLibrary.setState(({ selection, hits }) => ({
    asked,
    total,
    indexed,
    facets,
    also,
    hits: loaded,
    selection: from === 'top' ? FIRST_LINE : moved(selection, loaded, total, hits.get(selection.at)?.card.id),
  }))
}

/** Loads what is on screen and not here yet. */
export async function loadAround(first: number, last: number): Promise<void> {
  const { asked, hits, total } = useLibrary.getState()
  if (!asked || total === null) return
  const mine = round
  for (let offset = pageOf(first); offset <= Math.min(last, total - 1); offset += PAGE) {
    const missing = !hits.has(offset) || !hits.has(Math.min(offset + PAGE, total) - 1)
    if (!missing || underWay.has(offset)) continue
    underWay.add(offset)
    const outcome = await call('library.search', { ...asked, offset, limit: PAGE })
    underWay.delete(offset)
    if (mine !== round || !outcome.ok) return
    const more = placed(offset, outcome.value.hits)
    useLibrary.setState((state) => ({ hits: new Map([...state.hits, ...more]) }))
  }
}

/** The ids of a stretch of the list, loaded or not. */
export async function idsBetween(from: number, to: number): Promise<readonly string[]> {
  const { asked, hits } = useLibrary.getState()
  const { first, count } = stretch(from, to)
  const here = Array.from({ length: count }, (_, index) => hits.get(first + index)?.card.id)
  if (here.every((id) => id !== undefined)) return here
  if (!asked) return []
  const outcome = await call('library.search', { ...asked, offset: first, limit: count })
  return outcome.ok ? outcome.value.hits.map(({ card }) => card.id) : []
}

/** The ids of everything the list holds. */
export async function allIds(): Promise<readonly string[]> {
  const { asked } = useLibrary.getState()
  if (!asked) return []
  const outcome = await call('library.ids', { query: asked.query, filters: asked.filters, asTyped: asked.asTyped })
  return outcome.ok ? outcome.value : []
}

/** Narrows by a value of a facet, in place of others if need be, or no longer. */
export function toggleFilter(facet: keyof FacetCounts, value: string, instead: readonly string[] = []): void {
  useLibrary.setState(({ filters }) => {
    const chosen = filters[facet] ?? []
    const others = chosen.filter((other) => other !== value && !instead.includes(other))
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...others, value]
    const { [facet]: _, ...rest } = filters
    return { filters: next.length > 0 ? { ...rest, [facet]: next } : rest }
  })
}

/** Narrows by these values and no others. */
export function setFilters(filters: Filters): void {
  useLibrary.setState({ filters })
}

/** Looks for the words as they were typed, or for what they are also called as well. */
export function setAsTyped(asTyped: string | null): void {
  useLibrary.setState({ asTyped })
}

/** Everything again. */
export function clearFilters(): void {
  useLibrary.setState({ filters: {} })
}

/** Chooses. */
export function select(selection: Selection): void {
  useLibrary.setState({ selection })
}

/** Forgets what belonged to another workspace. */
export function resetLibrary(): void {
  round += 1
  useLibrary.setState({
    asked: null,
    filters: {},
    asTyped: null,
    searchSort: null,
    total: null,
    facets: null,
    also: [],
    hits: new Map(),
    selection: FIRST_LINE,
  })
}

function pageOf(at: number): number {
  return Math.floor(at / PAGE) * PAGE
}

function placed(offset: number, hits: readonly Hit[]): ReadonlyMap<number, Hit> {
  return new Map(hits.map((hit, index) => [offset + index, hit]))
}

/** Stays on the record one was at where it moved a little; else on the same line; always inside of the list. */
function moved(selection: Selection, hits: ReadonlyMap<number, Hit>, total: number, id: string | undefined): Selection {
  const found = [...hits].find(([, hit]) => hit.card.id === id)?.[0]
  const at = Math.max(0, Math.min(found ?? selection.at, total - 1))
  return { at, anchor: at, ids: selection.ids }
}
