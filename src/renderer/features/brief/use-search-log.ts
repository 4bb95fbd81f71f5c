import { useMemo } from 'react'
import { readSearched, type Searched, searchedNow, withChosen, withExcluded } from '../../../core/briefs/searched.ts'
import type { Json } from '../../../core/model/json.ts'
import { useSession } from '../../app/session.ts'
import { useSubjectHere, useSubjectState } from '../../subject/use-open-subject.ts'

/** The searches made for the brief that is open, latest first, and how to note more. */
export type SearchLog = {
  readonly entries: readonly Searched[]
  readonly noteChosen: (search: { readonly query: string; readonly total: number }, record: string) => void
  readonly noteLeftOut: (entry: Searched, record: string, reason: string) => void
}

/** Keeps the search log of the brief that is open; it is stored with the brief. */
export function useSearchLog(): SearchLog {
  const { subject } = useSubjectHere()
  const author = useSession((state) => state.preferences.author)
  const set = useSubjectState(subject, (state) => state.view?.sets['searches'])
  const entries = useMemo(() => (set ?? []).flatMap(({ value }) => readSearched(value) ?? []).toReversed(), [set])
  const note = (entry: Searched) => subject.take({ op: 'add', field: 'searches', value: entry as unknown as Json })
  return {
    entries,
    noteChosen({ query, total }, record) {
      if (query !== '') note(withChosen(searchedNow(entries, { query, total, date: today(), author }), record))
    },
    noteLeftOut: (entry, record, reason) => note(withExcluded(entry, record, reason)),
  }
}

function today(): string {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
