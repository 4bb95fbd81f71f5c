import { useEffect, useMemo, useRef } from 'react'
import { listen } from '../../app/client.ts'
import { useSearch } from '../../app/search.ts'
import { useSession } from '../../app/session.ts'
import { useText } from '../../i18n/use-text.ts'
import { type Asked, askLibrary, useLibrary } from './library-store.ts'

const SETTLE_MS = 120

/** Keeps the list answering to what is typed, chosen and changed, while the library is open. */
export function useAsked(): Asked {
  const { lang } = useText()
  const query = useSearch((state) => state.query.trim())
  const filters = useLibrary((state) => state.filters)
  const asTyped = useLibrary((state) => state.asTyped === query)
  const searchSort = useLibrary((state) => state.searchSort)
  const { sort: kept, descending } = useSession((state) => state.preferences)
  const calm = kept === 'relevance' ? 'modified' : kept
  const sort = query === '' ? calm : (searchSort ?? 'relevance')
  const asked = useMemo<Asked>(
    () => ({ query, filters, sort, descending: sort === 'relevance' ? true : descending, lang, asTyped }),
    [query, filters, sort, descending, lang, asTyped],
  )
  const latest = useRef(asked)

  useEffect(() => {
    const before = useLibrary.getState().asked
    latest.current = asked
    void askLibrary(asked, sameQuestion(before, asked) ? 'here' : 'top')
  }, [asked])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void askLibrary(latest.current, 'here'), SETTLE_MS)
    }
    const stops = [
      listen('subjects.changed', again),
      listen('index.progress', again),
      listen('engine.restarted', again),
    ]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [])

  return asked
}

/** Whether only the language of the titles changed, or nothing: then one stays where one is. */
function sameQuestion(before: Asked | null, now: Asked): boolean {
  if (!before) return true
  return (
    before.query === now.query &&
    before.sort === now.sort &&
    before.descending === now.descending &&
    before.asTyped === now.asTyped &&
    JSON.stringify(before.filters) === JSON.stringify(now.filters)
  )
}
