import { done, refused } from '../../core/problem.ts'
import type { Filters, LibraryQuery } from '../../core/search/query.ts'
import { nearbyWhileTyping } from '../nearby.ts'
import { listSavedSearches } from '../saved-searches.ts'
import type { Session } from '../session.ts'
import type { Handlers } from './handlers.ts'

type Names = 'library.search' | 'library.ids' | 'nearby.of' | 'searches.list' | 'briefs.list'

/** Finding records. */
export function libraryHandlers(session: Session): Pick<Handlers, Names> {
  return {
    'library.search'(query) {
      const current = session.current()
      return current.ok ? done(current.value.search.page(query as LibraryQuery)) : current
    },
    'library.ids'({ query, filters, asTyped = false }) {
      const current = session.current()
      if (!current.ok) return current
      const everything = {
        query,
        filters: filters as Filters,
        sort: 'modified',
        descending: true,
        offset: 0,
        lang: 'en',
        asTyped,
      } as const
      const page = current.value.search.page({ ...everything, limit: 1_000_000 })
      return done(page.hits.map((hit) => hit.card.id))
    },
    'nearby.of'({ id, lang }) {
      const current = session.current()
      if (!current.ok) return current
      const nearby = nearbyWhileTyping(current.value, id, lang)
      return nearby ? done(nearby) : refused({ code: 'unknown-record', id })
    },
    'searches.list'() {
      const current = session.current()
      return current.ok ? done(listSavedSearches(current.value.workspace, current.value.search)) : current
    },
    'briefs.list'() {
      const current = session.current()
      if (!current.ok) return current
      return done(current.value.workspace.store.cards('brief').filter((card) => !card.deleted))
    },
  }
}
