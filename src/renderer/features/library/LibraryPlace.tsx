import './library.css'
import { PanelLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { onCommand } from '../../app/command-bus.ts'
import { runCommand } from '../../app/commands.ts'
import { usePlace } from '../../app/place.ts'
import { focusSearch, setQuery, useSearch } from '../../app/search.ts'
import { setPreferences, useSession } from '../../app/session.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Splitter } from '../../ui/Splitter.tsx'
import { AlsoLine } from './AlsoLine.tsx'
import { BulkBar } from './BulkBar.tsx'
import { Facets } from './Facets.tsx'
import { keepLibrary, useKept } from './kept-library.ts'
import { type Asked, clearFilters, hasAsked, resetLibrary, select, useLibrary } from './library-store.ts'
import { ReadingPane } from './ReadingPane.tsx'
import { RecordList } from './RecordList.tsx'
import { FIRST_LINE, withLine } from './selection.ts'
import { SaveSearch } from './SaveSearch.tsx'
import { SortMenu } from './SortMenu.tsx'
import { useAsked } from './use-asked.ts'

/** Everything there is in the workspace: narrow it on the left, walk through it in the middle, read on the right. */
export function LibraryPlace() {
  const { t } = useText()
  useOwnWorkspace()
  const asked = useAsked()
  const list = useRef<HTMLDivElement>(null)
  const { preferences } = useSession()
  const [facetsWidth, setFacetsWidth] = useState(preferences.facetsWidth)
  const [readingWidth, setReadingWidth] = useState(preferences.readingWidth)
  const hit = useLibrary((state) => state.hits.get(state.selection.at))
  useSearchKeys(list)
  useKeptPosition()

  return (
    <main className="library">
      <h1 className="unseen">{t('app:places.library')}</h1>
      {preferences.facetsOpen ? (
        <>
          <div className="library-facets" style={{ width: facetsWidth }}>
            <Facets />
          </div>
          <Splitter
            label={t('library:resizeFacets')}
            side="left"
            width={facetsWidth}
            min={160}
            max={600}
            onResize={setFacetsWidth}
            onSettle={(width) => void setPreferences({ facetsWidth: width })}
          />
        </>
      ) : null}
      <div className="library-list">
        <ListHead asked={asked} />
        <AlsoLine asked={asked} />
        <ListOrEmpty asked={asked} listRef={list} />
      </div>
      <Splitter
        label={t('library:resizeReading')}
        side="right"
        width={readingWidth}
        min={240}
        max={1200}
        onResize={setReadingWidth}
        onSettle={(width) => void setPreferences({ readingWidth: width })}
      />
      <div className="library-reading" style={{ width: readingWidth }}>
        <ReadingPane id={hit?.card.id ?? null} hit={hit} />
      </div>
    </main>
  )
}

function ListHead({ asked }: { readonly asked: Asked }) {
  const { t } = useText()
  const total = useLibrary((state) => state.total)
  const indexed = useLibrary((state) => state.indexed)
  const several = useLibrary((state) => state.selection.ids.size > 1)
  const facetsOpen = useSession((state) => state.preferences.facetsOpen)
  if (several) return <BulkBar />
  return (
    <div className="list-head">
      <IconButton
        icon={PanelLeft}
        label={t(facetsOpen ? 'library:facets.hide' : 'library:facets.show')}
        onPress={() => void setPreferences({ facetsOpen: !facetsOpen })}
      />
      <output className="list-count">
        {total === null ? '' : t(asked.query === '' ? 'library:count' : 'library:found', { count: total })}
        {indexed < 1 ? ` · ${t('library:indexing', { share: Math.floor(indexed * 100) })}` : ''}
      </output>
      <SaveSearch asked={asked} />
      <SortMenu asked={asked} />
    </div>
  )
}

function ListOrEmpty({
  asked,
  listRef,
}: {
  readonly asked: Asked
  readonly listRef: React.RefObject<HTMLDivElement | null>
}) {
  const { t } = useText()
  const total = useLibrary((state) => state.total)
  const narrowed = Object.keys(asked.filters).length > 0
  if (total === null) return <div className="record-list" />
  if (total > 0) return <RecordList listRef={listRef} />
  if (asked.query === '' && !narrowed) {
    return (
      <EmptyState
        title={t('library:empty.title')}
        action={
          <Button look="primary" onPress={() => runCommand('new-record')}>
            {t('library:empty.action')}
          </Button>
        }
      >
        {t('library:empty.words')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={asked.query === '' ? t('library:none.titleNarrowed') : t('library:none.title', { query: asked.query })}
      action={
        <Button
          onPress={() => {
            clearFilters()
            if (!narrowed) setQuery('')
          }}
        >
          {t(narrowed ? 'library:none.widen' : 'library:none.clear')}
        </Button>
      }
    >
      {t(narrowed ? 'library:none.wordsNarrowed' : 'library:none.words')}
    </EmptyState>
  )
}

/** Another workspace begins at the top, without the filters of the one before. */
function useOwnWorkspace(): void {
  const id = useSession((state) => state.workspace?.id)
  const seen = useRef(id)
  useEffect(() => {
    if (seen.current !== id) resetLibrary()
    seen.current = id
  }, [id])
}

/** The cursor is in the search when one comes in, in the list when one comes back; from the search, down goes there. */
function useSearchKeys(list: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    if (usePlace.getState().returned && list.current) list.current.focus()
    else focusSearch()
    return onCommand('find', focusSearch)
  }, [list])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inSearch = event.target instanceof HTMLInputElement && event.target.closest('search') !== null
      if (!inSearch || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
      event.preventDefault()
      const { selection, hits } = useLibrary.getState()
      select(withLine(FIRST_LINE, selection.at, hits.get(selection.at)?.card.id, false))
      list.current?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [list])
}

/** After a restart one is at the line where one was. */
function useKeptPosition(): void {
  const at = useLibrary((state) => state.selection.at)
  const fresh = useRef(!hasAsked())
  useEffect(() => {
    if (fresh.current) {
      fresh.current = false
      const kept = useKept.getState().at
      if (kept > 0 && useSearch.getState().query === '') select({ at: kept, anchor: kept, ids: new Set() })
      return
    }
    keepLibrary(() => ({ at }))
  }, [at])
}
