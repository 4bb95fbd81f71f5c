import { create } from 'zustand'
import type { Problem } from '../../core/problem.ts'
import { call } from './client.ts'

/** Where the person is. A brief without an id is the list of briefs. */
export type Place =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'library' }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'brief'; readonly id: string | null }
  | { readonly kind: 'merge' }
  /** Going through suggestions (`review.ts` says of which records). */
  | { readonly kind: 'review' }
  /** A file that could not be opened, and why. */
  | { readonly kind: 'rescue'; readonly path: string; readonly problem: Problem }

type PlaceState = {
  readonly place: Place
  /** Places left behind, latest last: Esc walks back through them. */
  readonly trail: readonly Place[]
  /** Whether one came here by going back: then one goes on where one was. */
  readonly returned: boolean
  /** Goes to a place and remembers the one left. Going where one already is does nothing. */
  readonly go: (place: Place) => void
  /** One step back; from the first place, to the library. */
  readonly back: () => void
  /** Starts again from a place, without a way back: another workspace was opened. */
  readonly reset: (place: Place) => void
}

const TRAIL_LIMIT = 50
const LIBRARY: Place = { kind: 'library' }

/** Where the person is and how they came there; kept across restarts. */
export const usePlace = create<PlaceState>()((set, get) => {
  function enter(place: Place, trail: readonly Place[], returned = false): void {
    set({ place, trail: trail.slice(-TRAIL_LIMIT), returned })
    if (place.kind !== 'welcome' && place.kind !== 'rescue')
      void call('preferences.set', { place: JSON.stringify(place) })
  }
  return {
    place: { kind: 'welcome' },
    trail: [],
    returned: false,
    go: (place) => {
      const { place: here, trail } = get()
      if (!samePlace(here, place)) enter(place, here.kind === 'welcome' ? [] : [...trail, here])
    },
    back: () => {
      const { place: here, trail } = get()
      const last = trail.at(-1)
      if (last) enter(last, trail.slice(0, -1), true)
      else if (here.kind !== 'welcome' && here.kind !== 'library') enter(LIBRARY, [], true)
    },
    reset: (place) => enter(place, []),
  }
})

/** Reads a place as it was kept in the preferences; the library where that says nothing sensible. */
export function parsePlace(kept: string): Place {
  const value = readJson(kept)
  const kind = value?.['kind']
  const id = value?.['id']
  if (kind === 'record' && typeof id === 'string') return { kind, id }
  if (kind === 'brief') return { kind, id: typeof id === 'string' ? id : null }
  if (kind === 'merge' || kind === 'review') return { kind }
  return LIBRARY
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function samePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
