import type { FieldStep } from '../../../core/model/view.ts'
import { SDG_FRAMEWORK } from '../../../core/taxonomy/sdgs.ts'
import { call } from '../../app/client.ts'
import { begin } from '../../app/workspace.ts'
import { wordsNow } from '../../i18n/use-text.ts'
import { notify } from '../../ui/notices.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'
import { select, useLibrary } from './library-store.ts'

/** Deletes records, says so, and offers to take it back. */
export async function deleteRecords(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const outcome = await call('records.delete', { ids })
  if (!outcome.ok) return notifyProblem(outcome.problem)
  forgetSelection()
  notify({
    text: wordsNow('library:deleted', { count: outcome.value.changed }),
    action: { label: wordsNow('app:undo'), run: () => void restore(ids) },
  })
}

/** Begins a brief that rests on these records. */
export async function briefFrom(ids: readonly string[]): Promise<void> {
  await begin(
    'brief',
    undefined,
    ids.slice(0, 500).map((id) => ({ op: 'add', field: 'records', value: id })),
  )
}

/** Puts the same tag on many records, says so, and offers to take it back from those that did not have it. */
export async function tagMany(ids: readonly string[], field: 'themes' | 'sdgs', value: string): Promise<void> {
  const step: FieldStep = {
    op: 'add',
    field,
    value: field === 'sdgs' ? { code: value, strength: 'significant', framework: SDG_FRAMEWORK } : value,
  }
  const outcome = await call('records.changeMany', { ids, steps: [step] })
  if (!outcome.ok) return notifyProblem(outcome.problem)
  notify({
    text: wordsNow('library:tagged', { count: outcome.value.changed }),
    action: { label: wordsNow('app:undo'), run: () => void call('history.undo', {}) },
  })
}

/** Chooses nothing any more. */
export function forgetSelection(): void {
  select({ ...useLibrary.getState().selection, ids: new Set() })
}

async function restore(ids: readonly string[]): Promise<void> {
  const outcome = await call('records.restore', { ids })
  if (!outcome.ok) notifyProblem(outcome.problem)
}
