import { type Change, fieldKey } from '../history/change.ts'
import { type Acting, makeChange } from '../history/steps.ts'
import { hasWritten, isReadableEdit } from '../rich-text/merge-edits.ts'
import { seedOf } from '../rich-text/seed.ts'
import type { Subject } from '../history/settle.ts'
import { putBack, whereWritten } from './put-back.ts'

/** Names a field of a record in one language. */
export type FieldPlace = { readonly field: string; readonly locale: string }

/** The change that puts a swallowed text back where it stood; undefined where there is no such field any more. */
export function puttingBack(
  subject: Subject,
  { field, locale }: FieldPlace,
  text: string,
  clientId: number,
  acting: Acting,
): Change | undefined {
  const updates = [seedOf(subject.id, field, locale), ...updatesOf(editsOf(subject, { field, locale }))]
  const value = putBack(updates, text, clientId)
  return value ? makeChange(subject, { field, locale, op: 'edit', value, replaces: [] }, acting) : undefined
}

/** Who wrote a swallowed text, and when, by the change that brought its first character. */
export function writtenBy(
  subject: Subject,
  place: FieldPlace,
  text: string,
): Pick<Change, 'author' | 'at'> | undefined {
  const edits = editsOf(subject, place)
  const written = whereWritten([seedOf(subject.id, place.field, place.locale), ...updatesOf(edits)], text)
  const change = written && edits.find(({ value }) => value instanceof Uint8Array && hasWritten(value, written))
  return change && { author: change.author, at: change.at }
}

function editsOf(subject: Subject, { field, locale }: FieldPlace): readonly Change[] {
  const edits = subject.edits.get(fieldKey(field, locale)) ?? []
  return edits.filter(({ value }) => value instanceof Uint8Array && isReadableEdit(value))
}

function updatesOf(edits: readonly Change[]): readonly Uint8Array[] {
  return edits.flatMap(({ value }) => (value instanceof Uint8Array ? [value] : []))
}
