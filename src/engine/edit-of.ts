import type { Change } from '../core/history/change.ts'

/** What a change brings to an open editor of its field; nothing where it is no typing. */
export function editOf(change: Change) {
  if (change.op !== 'edit' || !(change.value instanceof Uint8Array)) return []
  return [{ subject: change.subject, field: change.field, locale: change.locale, update: change.value }]
}
