import { useEffect } from 'react'
import { create } from 'zustand'
import type { Lang } from '../../../core/model/lang.ts'
import type { SavedSearch } from '../../../ipc/shapes.ts'
import { call, listen } from '../../app/client.ts'
import { setQuery } from '../../app/search.ts'
import { wordsNow } from '../../i18n/use-text.ts'
import { notify } from '../../ui/notices.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'
import { type Asked, setFilters } from './library-store.ts'

const useList = create<{ readonly searches: readonly SavedSearch[] }>()(() => ({ searches: [] }))

const SETTLE_MS = 300

/** Counting what each finds costs as much as so many searches: once things have been quiet for a moment is enough. */
function loadSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void load(), SETTLE_MS)
}

let timer: ReturnType<typeof setTimeout> | undefined

async function load(): Promise<void> {
  const outcome = await call('searches.list', {})
  if (outcome.ok) useList.setState({ searches: outcome.value })
}

/** The searches saved in the workspace, with what they find now; kept up to date while somebody looks. */
export function useSavedSearches(): readonly SavedSearch[] {
  useEffect(() => {
    void load()
    const stops = [
      listen('subjects.changed', loadSoon),
      listen('index.progress', loadSoon),
      listen('engine.restarted', loadSoon),
    ]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [])
  return useList((state) => state.searches)
}

/** Its name in a language, or in whichever it has; without one, what it asks for. */
export function searchName({ titles, query }: SavedSearch, lang: Lang): string {
  return titles[lang] ?? Object.values(titles)[0] ?? query
}

/** Asks again what a saved search asks. */
export function askSaved({ query, filters }: SavedSearch): void {
  setFilters(filters)
  setQuery(query)
}

/** Keeps what is asked now, under a name. */
export async function saveSearch({ query, filters, lang }: Asked, name: string): Promise<void> {
  const steps = [
    { op: 'set' as const, field: 'title', locale: lang, value: name },
    { op: 'set' as const, field: 'asked', value: { query, filters } },
  ]
  const outcome = await call('records.create', { kind: 'search', lang, steps })
  if (!outcome.ok) notifyProblem(outcome.problem)
}

/** Deletes a saved search, says so, and offers to take it back. */
export async function removeSearch(search: SavedSearch, lang: Lang): Promise<void> {
  const ids = [search.id]
  const outcome = await call('records.delete', { ids })
  if (!outcome.ok) return notifyProblem(outcome.problem)
  notify({
    text: wordsNow('library:saved.removed', { name: searchName(search, lang) }),
    action: { label: wordsNow('app:undo'), run: () => void call('records.restore', { ids }) },
  })
}
