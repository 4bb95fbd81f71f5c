import './saved-searches.css'
import { Bookmark, X } from 'lucide-react'
import type { SavedSearch } from '../../../ipc/shapes.ts'
import { useSession } from '../../app/session.ts'
import { useSearch } from '../../app/search.ts'
import { collator, formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLibrary } from './library-store.ts'
import { askSaved, removeSearch, searchName, useSavedSearches } from './saved-searches.ts'

/** Searches that stay in the workspace, each with how many records it finds now. Nothing where there are none. */
export function SavedSearches() {
  const { t, lang } = useText()
  const searches = useSavedSearches().toSorted((a, b) =>
    collator(lang).compare(searchName(a, lang), searchName(b, lang)),
  )
  const isReadOnly = useSession((state) => state.workspace?.readOnly ?? false)
  const query = useSearch((state) => state.query.trim())
  const filters = useLibrary((state) => JSON.stringify(state.filters))
  if (searches.length === 0) return null
  const isAsked = (search: SavedSearch) => search.query === query && JSON.stringify(search.filters) === filters
  return (
    <section className="facet">
      <h2 className="saved-head">
        <Bookmark aria-hidden size={14} />
        {t('library:saved.title')}
      </h2>
      <ul aria-label={t('library:saved.title')}>
        {searches.map((search) => (
          <li key={search.id} className="saved-line">
            <button
              type="button"
              className="saved-ask"
              aria-current={isAsked(search) ? 'true' : undefined}
              onClick={() => askSaved(search)}
            >
              <span className="facet-words">{searchName(search, lang)}</span>
              <span className="facet-count tabular" aria-label={t('library:saved.found', { count: search.total })}>
                {formatNumber(search.total, lang)}
              </span>
            </button>
            {isReadOnly ? null : (
              <IconButton
                icon={X}
                label={t('library:saved.remove', { name: searchName(search, lang) })}
                onPress={() => void removeSearch(search, lang)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
