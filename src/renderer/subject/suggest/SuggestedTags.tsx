import './suggest.css'
import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { SDG_STRENGTHS } from '../../../core/model/kinds.ts'
import type { PendingTag } from '../../../core/suggest/pending.ts'
import { useText } from '../../i18n/use-text.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { lightWords } from './light-words.ts'
import { suggestionAct } from './suggestion-keys.ts'
import { becauseWords } from './because-words.ts'

type Strength = (typeof SDG_STRENGTHS)[number]

/** A suggestion as it is shown: what stands before its name, and its name. */
export type ShownTag = { readonly tag: PendingTag; readonly before?: ReactNode; readonly name: string }

type SuggestedTagsProps = {
  readonly label: string
  /** Which keys do what, while none is pointed at. */
  readonly help: string
  readonly tags: readonly ShownTag[]
  readonly onAccept: (tag: PendingTag, strength: Strength | null) => void
  readonly onReject: (tag: PendingTag) => void
}

/**
 * Tags that the text speaks for, in a quiet row: pointing at one lights up the words that say so, one key takes or
 * refuses it. Arrows walk along the row; Tab passes it with one step.
 */
export function SuggestedTags({ label, help, tags, onAccept, onReject }: SuggestedTagsProps) {
  const { t } = useText()
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const [lit, setLit] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const shown = tags.find(({ tag }) => tag.key === lit)
  const here = Math.min(at, tags.length - 1)
  const because = shown?.tag.because

  useEffect(() => (because ? lightWords(because) : undefined), [because])
  useReturningFocus(row, here)
  useAnnouncement(tags.length, setSaid)

  function decide(tag: ShownTag, how: Strength | 'reject' | null): void {
    setSaid(t(how === 'reject' ? 'suggest:rejected' : 'suggest:accepted', { name: tag.name, count: tags.length - 1 }))
    if (how === 'reject') onReject(tag.tag)
    else onAccept(tag.tag, how)
  }

  function press(event: KeyboardEvent, tag: ShownTag, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = suggestionAct(event.key, index, tags.length)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    if (act.do === 'accept') decide(tag, act.strength)
    else if (act.do === 'reject') decide(tag, 'reject')
    else {
      setAt(act.to)
      row.current?.querySelectorAll<HTMLElement>('.suggested-take')[act.to]?.focus()
    }
  }

  return (
    <div ref={row} className="suggested">
      {tags.length > 0 ? (
        <>
          <p id={`${id}-label`} className="suggested-label">
            {label}
          </p>
          <ul className="suggested-tags" aria-labelledby={`${id}-label`}>
            {tags.map((tag, index) => (
              <li key={tag.tag.key} className="suggested-tag">
                <button
                  type="button"
                  className="suggested-take"
                  tabIndex={index === here ? 0 : -1}
                  aria-describedby={`${id}-keys`}
                  onFocus={() => {
                    setAt(index)
                    setLit(tag.tag.key)
                  }}
                  onBlur={() => setLit(null)}
                  onMouseEnter={() => setLit(tag.tag.key)}
                  onMouseLeave={() => setLit(null)}
                  onClick={() => decide(tag, null)}
                  onKeyDown={(event) => press(event, tag, index)}
                >
                  {tag.before}
                  <span aria-hidden={tag.before !== undefined} className="suggested-name">
                    {tag.name}
                  </span>
                </button>
                <IconButton
                  icon={X}
                  label={t('suggest:reject', { name: tag.name })}
                  excludeFromTabOrder
                  onPress={() => decide(tag, 'reject')}
                />
              </li>
            ))}
          </ul>
          <p id={`${id}-keys`} className="suggested-why">
            {shown ? becauseWords(t, shown.tag) : help}
          </p>
        </>
      ) : null}
      <output className="unseen" aria-live="polite">
        {said}
      </output>
    </div>
  )
}

/** Whoever hears the screen is told that suggestions have come, not of each that changes while one writes. */
function useAnnouncement(count: number, say: (words: string) => void): void {
  const { t } = useText()
  const before = useRef(0)
  useEffect(() => {
    if (before.current === 0 && count > 0) say(t('suggest:here', { count }))
    before.current = count
  }, [count, say, t])
}

/** What was decided about is gone; the focus goes on to what stands in its place, or to the field beside the row. */
function useReturningFocus(row: RefObject<HTMLDivElement | null>, at: number): void {
  const hadFocus = useRef(false)
  useEffect(() => {
    const root = row.current
    if (hadFocus.current && document.activeElement === document.body) {
      const next = root?.querySelectorAll<HTMLElement>('.suggested-take')[at]
      const field = root?.closest('fieldset')?.querySelector<HTMLElement>('[role="combobox"]')
      ;(next ?? field)?.focus()
    }
    const note = () => {
      hadFocus.current = root?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  })
}
