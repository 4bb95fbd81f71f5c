import './cite-menu.css'
import { $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../i18n/use-text.ts'
import { UNDO_STEP_COMMAND } from './bind-yjs.ts'
import { citationQuery } from './citation-query.ts'
import { $cite } from './cite.ts'
import { registerMenuKeys } from './menu-keys.ts'
import { selectionRect } from './selection-rect.ts'

/** A record that may be cited, as the menu shows it. */
export type CitationChoice = { readonly id: string; readonly title: string; readonly detail: string }

/** Finds records for what was typed after an `@`. */
export type CitationSearch = (query: string) => Promise<readonly CitationChoice[]>

type CitationMenuProps = { readonly editor: LexicalEditor; readonly search: CitationSearch }

const PAUSE_MS = 80

/** The records to choose from after an `@`: the text keeps the focus, arrows choose, Enter or Tab cites, Escape closes. */
export function CitationMenu({ editor, search }: CitationMenuProps) {
  const { t } = useText()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [choices, setChoices] = useState<readonly CitationChoice[] | null>(null)
  const [at, setAt] = useState(0)
  const place = useRef<string | null>(null)
  const closed = useRef<string | null>(null)

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const found = editorState.read($typedQuery)
        // Escape closes the menu for this @, not for the next one.
        if (found?.place !== closed.current) closed.current = null
        place.current = found?.place ?? null
        setQuery(found && closed.current === null ? found.query : null)
      }),
    [editor],
  )

  useEffect(() => {
    if (query === null) return setChoices(null)
    let isStale = false
    const timer = setTimeout(() => {
      void search(query).then((found) => {
        if (isStale) return
        setChoices(found)
        setAt(0)
      })
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [query, search])

  const isOpen = query !== null && choices !== null
  useEffect(() => {
    if (!isOpen) return
    const choose = (index: number) => {
      const choice = choices[index]
      if (choice) citeTyped(editor, choice.id)
      return choice !== undefined
    }
    return registerMenuKeys(editor, {
      move: (by) => setAt((now) => (choices.length === 0 ? 0 : (now + by + choices.length) % choices.length)),
      choose: () => choose(at),
      close: () => {
        closed.current = place.current
        setQuery(null)
      },
    })
  }, [editor, isOpen, choices, at])

  useEffect(() => {
    const root = editor.getRootElement()
    if (!root || !isOpen) return
    root.setAttribute('aria-controls', id)
    if (choices.length > 0) root.setAttribute('aria-activedescendant', `${id}-${at}`)
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
    return () => {
      root.removeAttribute('aria-controls')
      root.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, isOpen, choices, at])

  const count = choices?.length ?? 0
  useEffect(() => {
    const rect = count >= 0 && isOpen ? selectionRect(editor) : null
    if (list.current && rect) placeBeside(list.current, rect)
  }, [editor, isOpen, count])

  if (!isOpen) return null
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select or datalist shows two lines to a choice
    <div ref={list} id={id} role="listbox" tabIndex={-1} aria-label={t('editor:cite.label')} className="cite-menu">
      {choices.map((choice, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text hears the keys
        <div
          key={choice.id}
          id={`${id}-${index}`}
          tabIndex={-1}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of the list above
          role="option"
          aria-selected={index === at}
          className="cite-menu-choice"
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => setAt(index)}
          onClick={() => citeTyped(editor, choice.id)}
        >
          <span className="cite-menu-title">{choice.title}</span>
          <span className="cite-menu-detail">{choice.detail}</span>
        </div>
      ))}
      {choices.length === 0 ? (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- says that the list has no option
        <div role="option" tabIndex={-1} aria-selected="false" aria-disabled="true" className="cite-menu-none">
          {t('editor:cite.none')}
        </div>
      ) : null}
    </div>,
    document.body,
  )
}

/** What was typed after an `@`, and which `@` it is. */
function $typedQuery(): { readonly query: string; readonly place: string } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node)) return null
  const typed = citationQuery(node.getTextContent().slice(0, selection.anchor.offset))
  return typed && { query: typed.query, place: `${node.getKey()}:${typed.start}` }
}

/** Puts a citation in the place of the `@` and what was typed after it. */
function citeTyped(editor: LexicalEditor, record: string): void {
  editor.dispatchCommand(UNDO_STEP_COMMAND, undefined)
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const node = selection.anchor.getNode()
    const end = selection.anchor.offset
    const typed = $isTextNode(node) ? citationQuery(node.getTextContent().slice(0, end)) : null
    if (!typed || !$isTextNode(node)) return
    node.select(typed.start, end)
    $cite(record)
  })
}

function placeBeside(list: HTMLElement, rect: DOMRect): void {
  const { width, height } = list.getBoundingClientRect()
  const isBelow = rect.bottom + height + 8 <= window.innerHeight
  list.style.left = `${Math.max(8, Math.min(rect.left, window.innerWidth - width - 8))}px`
  list.style.top = `${isBelow ? rect.bottom + 4 : Math.max(8, rect.top - height - 4)}px`
}
