import '../field.css'
import './pickers.css'
import { Check, ChevronRight, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import { pickerAct } from './picker-keys.ts'
import type { PickerRow } from './picker-row.ts'

type PickerFieldProps = {
  readonly label: string
  readonly placeholder: string
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly rows: readonly PickerRow[]
  readonly chosen: ReadonlySet<string>
  /** Picks a row, or takes it back where it is chosen already. */
  readonly onPick: (id: string) => void
  /** Shows or hides what lies under a row. */
  readonly onToggle?: (id: string) => void
  readonly emptyText: string
  readonly before?: (row: PickerRow) => ReactNode
  /** Offers to make what was typed; shown last. */
  readonly create?: { readonly label: string; readonly run: () => void } | null
  readonly note?: string
  /** One pick is all: the list closes, and the field goes on showing what it is told to. */
  readonly isSingle?: boolean
  readonly onLeave?: () => void
}

const CREATE = 'create'

/** While one types, the first row that was found is pointed out, not the broader one that only stands above it. */
const FIRST_FOUND = -2

function firstFound(rows: readonly PickerRow[]): number {
  const found = rows.findIndex((row) => row.isContext !== true)
  return found === -1 ? rows.length - 1 : found
}

/**
 * Chooses from a long list by typing part of a name, with the focus in the text field all along: arrows walk the list,
 * Enter picks and keeps the list open for the next, Esc closes it. Rows that hold others make it a tree.
 */
export function PickerField(props: PickerFieldProps) {
  const { label, placeholder, typed, rows, chosen, create, emptyText } = props
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const isTree = rows.some((row) => row.isOpen !== undefined)
  const all: readonly PickerRow[] = create ? [...rows, { id: CREATE, label: create.label, level: 1 }] : rows
  const pointed = at === FIRST_FOUND ? firstFound(all) : at < all.length ? at : -1

  function pick(row: string): void {
    if (row === CREATE) create?.run()
    else props.onPick(row)
    if (props.isSingle) close()
    else if (typed !== '') props.onType('')
    setAt(-1)
    field.current?.focus()
  }

  function close(): void {
    setOpen(false)
    setAt(-1)
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const { selectionStart, value } = event.currentTarget
    const act = pickerAct(event.key, all, pointed, selectionStart === value.length)
    const isMeant = act !== null && (isOpen || act.do === 'move')
    if (!isMeant) return
    event.preventDefault()
    event.stopPropagation()
    if (act.do === 'close') close()
    if (act.do === 'move') {
      setOpen(true)
      setAt(act.to)
    }
    if (act.do === 'toggle') props.onToggle?.(act.id)
    if (act.do === 'pick') pick(act.id)
  }

  return (
    <div className="picker">
      <input
        ref={field}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-haspopup={isTree ? 'tree' : 'listbox'}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && pointed >= 0 ? `${id}-${pointed}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          props.onType(event.currentTarget.value)
          setOpen(true)
          setAt(event.currentTarget.value.trim() === '' ? -1 : FIRST_FOUND)
        }}
        onClick={() => setOpen(true)}
        onBlur={() => {
          close()
          props.onLeave?.()
        }}
        onKeyDown={press}
      />
      <Popover
        className="popover picker-popover"
        triggerRef={field}
        isOpen={isOpen}
        isNonModal
        placement="bottom start"
        onOpenChange={(open) => {
          if (!open) close()
        }}
      >
        <section className="picker-inside" aria-label={placeholder || label}>
          <div
            id={`${id}-list`}
            role={isTree ? 'tree' : 'listbox'}
            aria-label={label}
            aria-multiselectable
            className="choices picker-rows"
          >
            {all.map((row, index) => (
              <Row
                key={row.id}
                row={row}
                id={`${id}-${index}`}
                isTree={isTree}
                isPointed={index === pointed}
                isChosen={chosen.has(row.id)}
                before={row.id === CREATE ? <Plus aria-hidden size={14} /> : props.before?.(row)}
                onPick={() => pick(row.id)}
                onToggle={() => props.onToggle?.(row.id)}
              />
            ))}
          </div>
          {all.length === 0 ? <p className="choice-none">{emptyText}</p> : null}
          {props.note ? <p className="picker-note">{props.note}</p> : null}
        </section>
      </Popover>
    </div>
  )
}

type RowProps = {
  readonly row: PickerRow
  readonly id: string
  readonly isTree: boolean
  readonly isPointed: boolean
  readonly isChosen: boolean
  readonly before: ReactNode
  readonly onPick: () => void
  readonly onToggle: () => void
}

function Row({ row, id, isTree, isPointed, isChosen, before, onPick, onToggle }: RowProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isPointed) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isPointed])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the text field hears the keys; the role depends on the list
    <div
      ref={line}
      id={id}
      role={isTree ? 'treeitem' : 'option'}
      tabIndex={-1}
      aria-selected={isChosen}
      {...(isTree ? { 'aria-level': row.level } : {})}
      {...(row.isOpen === undefined ? {} : { 'aria-expanded': row.isOpen })}
      className={`choice picker-row picker-level-${row.level}`}
      data-focused={isPointed || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {row.isOpen === undefined ? null : (
        <span
          aria-hidden
          className="picker-twist"
          data-open={row.isOpen || undefined}
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          <ChevronRight size={14} />
        </span>
      )}
      <span aria-hidden className="picker-before">
        {before}
      </span>
      <span className="picker-words">
        {row.code ? <span className="unseen">{row.code} </span> : null}
        {row.label}
        {row.detail ? <span className="choice-help"> {row.detail}</span> : null}
      </span>
      {isChosen ? <Check aria-hidden size={14} className="picker-check" /> : null}
    </div>
  )
}
