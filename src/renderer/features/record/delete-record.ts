import { call } from '../../app/client.ts'
import { flushAll } from '../../app/flush.ts'
import { usePlace } from '../../app/place.ts'
import { wordsNow } from '../../i18n/use-text.ts'
import { notify } from '../../ui/notices.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'

/** Moves a record to the deleted ones and leaves it; one press brings it back. */
export async function deleteRecord(id: string): Promise<void> {
  await flushAll()
  const outcome = await call('records.delete', { ids: [id] })
  if (!outcome.ok) {
    notifyProblem(outcome.problem)
    return
  }
  usePlace.getState().back()
  notify({
    text: wordsNow('record:deleted.done'),
    action: {
      label: wordsNow('record:deleted.undo'),
      run: () => void restoreRecord(id).then(() => usePlace.getState().go({ kind: 'record', id })),
    },
  })
}

/** Takes a record back from the deleted ones. */
export async function restoreRecord(id: string): Promise<void> {
  const outcome = await call('records.restore', { ids: [id] })
  if (!outcome.ok) notifyProblem(outcome.problem)
}
