import { create } from 'zustand'
import { call } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'

/** What of the library survives a restart, besides widths and order. */
export type KeptLibrary = {
  /** Facets that are folded away. */
  readonly closed: readonly string[]
  /** The line one was at. */
  readonly at: number
}

/** How the library was left. */
export const useKept = create<KeptLibrary>()(() => parseKept(useSession.getState().preferences.library))

const SETTLE_MS = 600
let timer: ReturnType<typeof setTimeout> | undefined

/** Changes what is kept; it is written once things have been quiet for a moment. */
export function keepLibrary(change: (kept: KeptLibrary) => Partial<KeptLibrary>): void {
  useKept.setState(change)
  clearTimeout(timer)
  timer = setTimeout(() => {
    const { closed, at } = useKept.getState()
    void call('preferences.set', { library: JSON.stringify({ closed, at }) })
  }, SETTLE_MS)
}

/** Reads what was kept; odd things count as nothing kept. */
export function parseKept(text: string): KeptLibrary {
  try {
    const value = JSON.parse(text) as { readonly closed?: unknown; readonly at?: unknown }
    const closed = Array.isArray(value.closed) ? value.closed.filter((entry) => typeof entry === 'string') : []
    const at = typeof value.at === 'number' && Number.isInteger(value.at) && value.at >= 0 ? value.at : 0
    return { closed, at }
  } catch {
    return { closed: [], at: 0 }
  }
}
