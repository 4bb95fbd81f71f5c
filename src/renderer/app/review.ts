import { create } from 'zustand'
import { wordsNow } from '../i18n/use-text.ts'
import { formatNumber } from '../i18n/format.ts'
import { notify } from '../ui/notices.ts'
import { call } from './client.ts'
import { usePlace } from './place.ts'
import { remember, remembered } from './remembered.ts'
import { useSession } from './session.ts'

/** The records that are gone through, in order, and the one somebody is at. `ids` is null for all of the workspace. */
type Review = { readonly ids: readonly string[] | null; readonly at: string | null }

const NAME = 'review'
/** A longer list is not worth remembering by name: the records that are left are found again among all. */
const MOST_REMEMBERED = 2_000

/** What is being gone through; null until it was begun or remembered. */
const useReview = create<{ readonly review: Review | null }>()(() => ({ review: null }))

/** The records that are being gone through; another list is begun from the beginning, wherever one is. */
export function useReviewIds(): readonly string[] | null | undefined {
  return useReview((state) => state.review?.ids)
}

/** Goes through the suggestions of these records; null: of all. */
export function openReview(ids: readonly string[] | null): void {
  keepReview({ ids, at: null })
  usePlace.getState().go({ kind: 'review' })
}

/** Goes on where somebody has left off in this workspace, or begins with all records. */
export function resumeReview(): void {
  useReview.setState({ review: recalled() ?? { ids: null, at: null } })
  usePlace.getState().go({ kind: 'review' })
}

/** Takes note of where somebody is, beyond a restart. */
export function keepReview(review: Review): void {
  useReview.setState({ review })
  const workspace = useSession.getState().workspace?.id
  const ids = review.ids && review.ids.length <= MOST_REMEMBERED ? review.ids : null
  remember(NAME, JSON.stringify({ workspace, ids, at: review.at }))
}

/** What is being gone through now, or was before a restart. */
export function currentReview(): Review {
  return useReview.getState().review ?? recalled() ?? { ids: null, at: null }
}

/** After an import: how many suggestions the new records have, and the way to go through them. */
export async function offerReview(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const outcome = await call('suggest.queue', { ids })
  if (!outcome.ok || outcome.value.ids.length === 0) return
  const queue = outcome.value
  const { lang } = useSession.getState().preferences
  notify({
    name: NAME,
    tone: 'look',
    text: wordsNow('review:offer', {
      records: wordsNow('review:records', { count: queue.ids.length, number: formatNumber(queue.ids.length, lang) }),
      tags: wordsNow('review:tags', { count: queue.tags, number: formatNumber(queue.tags, lang) }),
    }),
    action: { label: wordsNow('review:begin'), run: () => openReview(queue.ids) },
  })
}

function recalled(): Review | null {
  try {
    const kept = JSON.parse(remembered(NAME) ?? 'null') as Partial<Review & { readonly workspace: string }> | null
    if (!kept || kept.workspace !== useSession.getState().workspace?.id) return null
    const ids = Array.isArray(kept.ids) ? kept.ids.filter((id) => typeof id === 'string') : null
    return { ids, at: typeof kept.at === 'string' ? kept.at : null }
  } catch {
    return null
  }
}
