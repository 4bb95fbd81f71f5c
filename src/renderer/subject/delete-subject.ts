import { call } from '../app/client.ts'
import { flushAll } from '../app/flush.ts'
import { usePlace } from '../app/place.ts'
import { wordsNow } from '../i18n/use-text.ts'
import { notify } from '../ui/notices.ts'
import { notifyProblem } from '../ui/notify-problem.ts'

/** Moves a record or brief to the deleted ones and leaves it; one press brings it back. */
export async function deleteSubject(id: string, kind: 'record' | 'brief'): Promise<void> {
  await flushAll()
  const outcome = await call('records.delete', { ids: [id] })
  if (!outcome.ok) {
    notifyProblem(outcome.problem)
    return
  }
  usePlace.getState().back()
  notify({
    text: wordsNow(kind === 'brief' ? 'brief:deleted' : 'record:deleted.done'),
    action: {
      label: wordsNow('record:deleted.undo'),
      run: () => void restoreSubject(id).then(() => usePlace.getState().go({ kind, id })),
    },
  })
}

/** Takes a record or brief back from the deleted ones. */
export async function restoreSubject(id: string): Promise<void> {
  const outcome = await call('records.restore', { ids: [id] })
  if (!outcome.ok) notifyProblem(outcome.problem)
}
