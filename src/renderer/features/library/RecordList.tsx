import './list.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { usePlace } from '../../app/place.ts'
import { focusSearch } from '../../app/search.ts'
import { useText } from '../../i18n/use-text.ts'
import { deleteRecords, forgetSelection } from './bulk.ts'
import { allIds, idsBetween, loadAround, select, useLibrary } from './library-store.ts'
import { RecordRow } from './RecordRow.tsx'
import { type Modifiers, type Selection, stepTo, withLine, withStretch } from './selection.ts'

const LINE = 30
const LINE_WITH_REASON = 50

/** The records found, however many: only those on screen exist in the page, all of them for those who hear it. */
export function RecordList({ listRef }: { readonly listRef: RefObject<HTMLDivElement | null> }) {
  const { t } = useText()
  const total = useLibrary((state) => state.total ?? 0)
  const hits = useLibrary((state) => state.hits)
  const selection = useLibrary((state) => state.selection)
  const searching = useLibrary((state) => (state.asked?.query ?? '') !== '')
  const sort = useLibrary((state) => state.asked?.sort ?? 'modified')
  const go = usePlace((state) => state.go)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled, and nothing memoised takes it
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => (searching ? LINE_WITH_REASON : LINE),
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const firstLoaded = hits.has(first)
  const lastLoaded = hits.has(last)

  useEffect(() => {
    virtual.measure()
  }, [virtual, searching])
  useEffect(() => {
    if (total > 0 && !(firstLoaded && lastLoaded)) void loadAround(first, last)
  }, [first, last, total, firstLoaded, lastLoaded])
  useEffect(() => {
    if (total > 0) virtual.scrollToIndex(selection.at, { align: 'auto' })
  }, [virtual, selection.at, total])

  async function chooseLine(at: number, { shift, toggle }: Modifiers): Promise<void> {
    const before = now()
    if (!shift) {
      select(withLine(before, at, hits.get(at)?.card.id, toggle))
      return
    }
    select({ ...before, at })
    const ids = await idsBetween(before.anchor, at)
    // A quick hand has gone on meanwhile: its stretch counts.
    if (now().at === at && now().anchor === before.anchor) select(withStretch(now(), at, ids))
  }

  function open(at: number): void {
    const id = hits.get(at)?.card.id
    if (id !== undefined) go({ kind: 'record', id })
  }

  async function press(event: KeyboardEvent): Promise<void> {
    const toggle = event.ctrlKey || event.metaKey
    const page = Math.max(
      1,
      Math.floor((listRef.current?.clientHeight ?? 0) / (searching ? LINE_WITH_REASON : LINE)) - 1,
    )
    // Keys may come faster than the list is drawn: each starts from where the one before has led.
    const { at } = now()
    const to = stepTo(event.key, at, total, page)
    const action = to === null ? undefined : () => chooseStep(to, event.shiftKey, toggle)
    const others: Readonly<Record<string, () => unknown>> = {
      Enter: () => open(at),
      ' ': () => chooseLine(at, { shift: event.shiftKey, toggle: true }),
      Delete: () => deleteRecords(chosenOrCurrent()),
      ...(selection.ids.size > 1 ? { Escape: forgetSelection } : searching ? { Escape: focusSearch } : {}),
      ...(toggle ? { a: selectAll } : {}),
    }
    const run = action ?? others[event.key]
    if (!run) return
    event.preventDefault()
    await run()
  }

  /** With Ctrl alone the selection stays as it is while one walks on. */
  async function chooseStep(to: number, shift: boolean, toggle: boolean): Promise<void> {
    if (toggle && !shift) select({ ...now(), at: to })
    else await chooseLine(to, { shift, toggle: false })
  }

  async function selectAll(): Promise<void> {
    const ids = new Set(await allIds())
    select({ ...now(), ids })
  }

  function chosenOrCurrent(): readonly string[] {
    const { ids, at } = now()
    if (ids.size > 0) return [...ids]
    const id = hits.get(at)?.card.id
    return id === undefined ? [] : [id]
  }

  return (
    <div
      ref={listRef}
      className="record-list"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select holds ten thousand lines of this kind
      role="listbox"
      tabIndex={0}
      aria-label={t('library:list', { count: total })}
      aria-multiselectable
      aria-activedescendant={hits.has(selection.at) ? lineId(selection.at) : undefined}
      onKeyDown={(event) => void press(event)}
    >
      <div className="record-lines" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const hit = hits.get(index)
          const chosen = hit !== undefined && selection.ids.has(hit.card.id)
          return (
            // Keys are the list's, which holds the focus for all of its lines.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={index}
              id={lineId(index)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of the list above
              role="option"
              tabIndex={-1}
              className={index === selection.at ? 'row row-current' : 'row'}
              aria-selected={chosen}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={(event) =>
                void chooseLine(index, { shift: event.shiftKey, toggle: event.ctrlKey || event.metaKey })
              }
              onDoubleClick={() => open(index)}
            >
              {hit ? <RecordRow hit={hit} searching={searching} sort={sort} /> : null}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function lineId(index: number): string {
  return `library-line-${index}`
}

/** The selection as it is at this moment, drawn or not. */
function now(): Selection {
  return useLibrary.getState().selection
}
