import { useCallback, useEffect, useRef, useState } from 'react'
import type { HistoryEntry } from '../../../core/history/timeline.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, listen } from '../../app/client.ts'

/** So many lines are fetched at a time. */
const PAGE = 40

/** The history of a subject as far as it was looked at, latest first. */
export type Timeline = {
  readonly entries: readonly HistoryEntry[] | null
  readonly total: number
  readonly problem: Problem | null
  /** Fetches what came before; does nothing while that is under way or all is there. */
  readonly more: () => void
}

/** Reads a subject's history page by page, and again from the latest when something is changed. */
export function useTimeline(id: string): Timeline {
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const [total, setTotal] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const busy = useRef(false)

  const read = useCallback(
    async (known: readonly HistoryEntry[], limit: number): Promise<void> => {
      busy.current = true
      const outcome = await call('history.timeline', { id, before: known.at(-1)?.id ?? null, limit })
      busy.current = false
      setProblem(outcome.ok ? null : outcome.problem)
      if (!outcome.ok) return
      setEntries([...known, ...outcome.value.entries])
      setTotal(outcome.value.total)
    },
    [id],
  )

  useEffect(() => {
    void read([], PAGE)
    return listen('subjects.changed', ({ ids }) => {
      if (ids.includes(id)) void read([], PAGE)
    })
  }, [id, read])

  const more = useCallback(() => {
    if (!busy.current && entries !== null && entries.length < total) void read(entries, PAGE)
  }, [entries, read, total])

  return { entries, total, problem, more }
}
