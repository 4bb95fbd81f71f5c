import { type Dispatch, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { SDG_STRENGTHS } from '../../../core/model/kinds.ts'
import { accepting, type PendingTag, pendingSdgs, pendingThemes, rejecting } from '../../../core/suggest/pending.ts'
import type { RecordSuggestions } from '../../../core/suggest/suggest-fields.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { onCommand } from '../../app/command-bus.ts'
import { runCommand } from '../../app/commands.ts'
import { useText } from '../../i18n/use-text.ts'
import { lightWords } from '../../subject/suggest/light-words.ts'
import { useSuggestions } from '../../subject/suggest/use-suggestions.ts'
import { useOpenSubject, useSubjectState } from '../../subject/use-open-subject.ts'
import { sourceLang } from '../../subject/versions.ts'
import { Spinner } from '../../ui/Progress.tsx'
import { becauseWords } from '../../subject/suggest/because-words.ts'
import { ReviewCard } from './ReviewCard.tsx'
import { reviewKey } from './review-keys.ts'
import { leftOf, type ReviewAction, type ReviewState, tagName } from './review-state.ts'
import { tagLabel } from './tag-label.ts'
import { ReviewText } from './ReviewText.tsx'

type ReviewRecordProps = {
  readonly id: string
  readonly ids: readonly string[]
  readonly state: ReviewState
  readonly act: Dispatch<ReviewAction>
  /** Tells those who hear the screen which suggestion they are at. */
  readonly say: (words: string) => void
}

/** A record with what its text speaks for: one suggestion at a time, its words lit up, and a key for each way on. */
export function ReviewRecord({ id, ids, state, act, say }: ReviewRecordProps) {
  const { t, lang: shownLang } = useText()
  const subject = useOpenSubject(id)
  const view = useSubjectState(subject, (now) => now.view)
  const lang = view ? sourceLang(view) : 'en'
  const suggestions = useSuggestions(subject, lang, view !== null)
  const pending = useMemo(() => (view && suggestions ? pendingIn(view, suggestions) : null), [view, suggestions])
  const left = pending ? leftOf(pending, id, state) : null
  const [tag] = left ?? []
  const desk = useRef<HTMLElement>(null)
  // A record that cannot be read any more has nothing to decide about either.
  const isOver = useSubjectState(subject, (now) => now.problem !== null) || left?.length === 0

  useEffect(() => {
    if (isOver) act({ do: 'next', count: ids.length })
  }, [isOver, act, ids.length])
  useEffect(() => (tag ? lightWords(tag.because) : undefined), [tag])
  useEffect(() => {
    if (tag) say(`${tagLabel(tag, shownLang)}. ${becauseWords(t, tag)}`)
  }, [tag, say, shownLang, t])
  useEffect(() => desk.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const undo = () => {
      const last = state.done.at(-1)
      if (last) act({ do: 'back', ids })
      // What was skipped is in no log: there is nothing more to take back.
      return last?.how === 'skip'
    }
    return onCommand('undo', undo)
  }, [act, ids, state.done])

  function accept(chosen: PendingTag, strength: (typeof SDG_STRENGTHS)[number]): void {
    act({ do: 'accept', record: id, tag: tagName(chosen) })
    subject.take(accepting(chosen, strength))
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const onButton = event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')
    const meaning = reviewKey(event.key)
    if (!meaning || onButton) return
    event.preventDefault()
    if (meaning.do === 'accept') {
      if (tag) accept(tag, meaning.strength)
    } else take(meaning.do)
  }

  function take(what: 'reject' | 'skip' | 'next' | 'previous' | 'back'): void {
    if (what === 'next') act({ do: 'next', count: ids.length })
    else if (what === 'previous') act({ do: 'previous' })
    // Where nothing was done here, the last deed is another one, which is not meant.
    else if (what === 'back') void (state.done.length > 0 && subject.flush().then(() => runCommand('undo')))
    else if (tag) {
      act({ do: what, record: id, tag: tagName(tag) })
      if (what === 'reject') subject.take(rejecting(tag))
    }
  }

  return (
    // The keys are those of the buttons inside; the desk takes them wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={desk} className="review-desk" aria-label={t('review:desk')} tabIndex={-1} onKeyDown={press}>
      {view ? <ReviewText view={view} lang={suggestions?.lang ?? lang} /> : <Spinner label={t('app:opening')} />}
      {tag && left ? <ReviewCard tag={tag} left={left.length} onAccept={accept} onTake={take} /> : null}
    </section>
  )
}

function pendingIn(view: SubjectView, suggestions: RecordSuggestions): readonly PendingTag[] {
  const keys = (field: string) => new Set((view.sets[field] ?? []).map(({ key }) => key))
  const decided = (field: string) => ({ tagged: keys(field), rejected: keys(`${field}Rejected`) })
  return [...pendingSdgs(suggestions, decided('sdgs')), ...pendingThemes(suggestions, decided('themes'))]
}
