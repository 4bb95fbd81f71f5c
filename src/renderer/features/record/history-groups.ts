import type { HistoryLine } from '../../../core/model/view.ts'

/** What one person did to one field in one go, however many changes it took. */
export type HistoryEntry = {
  readonly id: string
  readonly at: number
  readonly author: string
  readonly field: string
  readonly locale: string
  readonly op: string
  readonly summary: string
  readonly changes: number
}

/** Changes of one field closer together than this are one act to those who read. */
const SITTING_MS = 30 * 60_000

/** History for people, latest first: what somebody kept writing in one sitting stands as one line. */
export function groupHistory(lines: readonly HistoryLine[]): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = []
  for (const line of lines) {
    const open = entries.findLastIndex((entry) => isSameAct(entry, line))
    const before = open < 0 ? undefined : entries[open]
    if (before)
      entries[open] = { ...before, id: line.id, at: line.at, summary: line.summary, changes: before.changes + 1 }
    else entries.push({ ...line, changes: 1 })
  }
  return entries.sort((a, b) => (a.id < b.id ? 1 : -1))
}

function isSameAct(entry: HistoryEntry, line: HistoryLine): boolean {
  const isText = line.op === 'set' || line.op === 'edit'
  const isSameField = entry.field === line.field && entry.locale === line.locale && entry.op === line.op
  return isText && isSameField && entry.author === line.author && Math.abs(line.at - entry.at) <= SITTING_MS
}
