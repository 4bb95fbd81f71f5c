import { useEffect, useReducer, useState } from 'react'
import type { ReviewQueue } from '../../../ipc/shapes.ts'
import { usePlace } from '../../app/place.ts'
import { currentReview, keepReview } from '../../app/review.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ReviewRecord } from './ReviewRecord.tsx'
import { nextReview, type ReviewState } from './review-state.ts'

/** One record of the queue at a time, how far one is, and what was done so far. */
export function ReviewDesk({ queue }: { readonly queue: ReviewQueue }) {
  const { t, lang } = useText()
  const { ids, tags } = queue
  const [state, act] = useReducer(nextReview, ids, begin)
  const id = ids[state.at]
  const [said, setSaid] = useState('')
  useEffect(() => keepReview({ ids: currentReview().ids, at: id ?? null }), [id])

  const number = (value: number) => formatNumber(value, lang)
  const decided = state.done.filter(({ how }) => how !== 'skip').length
  return (
    <>
      <p className="review-count">
        {t('review:at', { at: number(Math.min(state.at + 1, ids.length)), total: number(ids.length) })}
        {' · '}
        {t('review:decided', { count: decided, number: number(decided), total: number(tags) })}
      </p>
      <output className="unseen">{said}</output>
      <progress className="review-bar" max={ids.length} value={state.at} aria-label={t('review:title')} />
      {id === undefined ? (
        <Finished decided={decided} />
      ) : (
        <ReviewRecord key={id} id={id} ids={ids} state={state} act={act} say={setSaid} />
      )}
    </>
  )
}

/** Where somebody was before, or the first; what is no longer in the queue needs nothing more. */
function begin(ids: readonly string[]): ReviewState {
  const { at } = currentReview()
  return { at: at === null ? 0 : Math.max(ids.indexOf(at), 0), done: [] }
}

function Finished({ decided }: { readonly decided: number }) {
  const { t } = useText()
  const go = usePlace((state) => state.go)
  return (
    <EmptyState
      title={t('review:finished.title')}
      action={
        <Button look="primary" onPress={() => go({ kind: 'library' })}>
          {t('review:toLibrary')}
        </Button>
      }
    >
      {t('review:finished.words', { count: decided })}
    </EmptyState>
  )
}
