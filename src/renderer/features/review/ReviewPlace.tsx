import './review.css'
import { useEffect, useState } from 'react'
import type { ReviewQueue } from '../../../ipc/shapes.ts'
import { call } from '../../app/client.ts'
import { usePlace } from '../../app/place.ts'
import { currentReview, keepReview, useReviewIds } from '../../app/review.ts'
import { useTask } from '../../app/task.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { notifyProblem } from '../../ui/notify-problem.ts'
import { Progress } from '../../ui/Progress.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'

/** Suggestions of many records, one after the other, a keystroke each. */
export function ReviewPlace() {
  const { t } = useText()
  const go = usePlace((state) => state.go)
  const [queue, setQueue] = useState<ReviewQueue | null>(null)
  const wanted = useReviewIds()
  useEffect(() => {
    if (wanted === undefined) {
      // After a restart: what was gone through before it.
      keepReview(currentReview())
      return undefined
    }
    let isHere = true
    setQueue(null)
    void call('suggest.queue', { ids: wanted }).then((outcome) => {
      if (!isHere) return
      if (outcome.ok) setQueue(outcome.value)
      else notifyProblem(outcome.problem)
    })
    return () => {
      isHere = false
      void call('task.cancel', { task: 'suggest' })
    }
  }, [wanted])

  return (
    <main className="review" aria-label={t('review:title')}>
      <h1 className="unseen">{t('review:title')}</h1>
      {queue === null ? <Reading /> : null}
      {queue && queue.ids.length > 0 ? <ReviewDesk queue={queue} /> : null}
      {queue && queue.ids.length === 0 ? (
        <EmptyState
          title={t('review:none.title')}
          action={<Button onPress={() => go({ kind: 'library' })}>{t('review:toLibrary')}</Button>}
        >
          {t('review:none.words')}
        </EmptyState>
      ) : null}
    </main>
  )
}

/** How far the records have been read; what was found until then can be gone through at once. */
function Reading() {
  const { t } = useText()
  const progress = useTask((state) => state.suggesting)
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined
  return (
    <div className="review-reading">
      <Progress label={t('review:reading')} {...(share === undefined ? {} : { share })} />
      <Button onPress={() => void call('task.cancel', { task: 'suggest' })}>{t('review:enough')}</Button>
    </div>
  )
}
