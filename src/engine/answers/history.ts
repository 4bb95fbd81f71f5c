import type { Change } from '../../core/history/change.ts'
import { inOrder } from '../../core/history/settle.ts'
import { richState } from '../../core/history/project.ts'
import { isJsonObject, type Json } from '../../core/model/json.ts'
import type { HistoryLine } from '../../core/model/view.ts'
import { plainText } from '../../core/rich-text/plain-text.ts'
import { readDocument } from '../../core/rich-text/read-document.ts'

const SUMMARY = 160

/** A subject's changes, oldest first, each with its value in a few words. Bookkeeping is left out. */
export function historyOf(changes: readonly Change[]): readonly HistoryLine[] {
  const ordered = inOrder(changes)
  return ordered
    .filter((change) => change.field !== 'imported')
    .map((change) => ({
      id: change.id,
      at: change.at,
      author: change.author,
      field: change.field,
      locale: change.locale,
      op: change.op,
      summary: summaryOf(change, ordered),
    }))
}

function summaryOf(change: Change, all: readonly Change[]): string {
  if (change.op === 'edit') return short(textWith(change, all))
  if (change.value instanceof Uint8Array) return ''
  if (change.op === 'remove') return short(removedBy(change, all))
  return short(words(change.value))
}

/** The text of a rich field as it stood with this change: the prefix of the log up to it. */
function textWith(change: Change, all: readonly Change[]): string {
  const prefix = all.filter(
    (other) =>
      other.op === 'edit' && other.field === change.field && other.locale === change.locale && other.id <= change.id,
  )
  const edits = new Map([[`${change.field}:${change.locale}`, prefix]])
  return plainText(readDocument(richState({ id: change.subject, edits }, change.field, change.locale)))
}

function removedBy(change: Change, all: readonly Change[]): string {
  const removed = all.find((other) => change.replaces.includes(other.id))
  return removed && !(removed.value instanceof Uint8Array) ? words(removed.value) : ''
}

function words(value: Json): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (!isJsonObject(value)) return value.map((entry) => words(entry)).join(', ')
  if (typeof value['state'] === 'string') return value['state']
  if (typeof value['code'] === 'string') return value['code']
  const { key: _key, ...parts } = value
  return Object.values(parts)
    .map(words)
    .filter((part) => part !== '')
    .join(' · ')
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > SUMMARY ? `${line.slice(0, SUMMARY - 1).trimEnd()}…` : line
}
