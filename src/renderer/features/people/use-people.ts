import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { People } from '../../../ipc/shapes.ts'
import { call, listen } from '../../app/client.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'

/** How long after a change the list is read again: the whole log is counted for it, and typing comes in many small changes. */
const PAUSE_MS = 2_000

/** The subject that holds the workspace's own facts. */
const FACTS = 'workspace'

/** Who has written in the workspace; asked again once nothing more is being written. */
export function usePeople() {
  const [people, setPeople] = useState<People | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isCurrent = true
    async function read(): Promise<void> {
      const outcome = await call('people.list', {})
      if (!isCurrent) return
      if (outcome.ok) setPeople(outcome.value)
      setProblem(outcome.ok ? null : outcome.problem)
    }
    void read()
    let timer: ReturnType<typeof setTimeout> | undefined
    const mute = listen('subjects.changed', ({ ids }) => {
      clearTimeout(timer)
      // What is said about names is a change of the workspace's own facts: whoever said it is waiting to see it.
      if (ids.includes(FACTS)) void read()
      else timer = setTimeout(() => void read(), PAUSE_MS)
    })
    return () => {
      isCurrent = false
      clearTimeout(timer)
      mute()
    }
  }, [])
  return { people, problem }
}

/** What can be said about names. Everything is a change like any other, and can be taken back. */
export function useNames() {
  return {
    join: useCallback(async (name: string, person: string) => {
      const outcome = await call('people.join', { name, person })
      if (!outcome.ok) notifyProblem(outcome.problem)
    }, []),
    separate: useCallback(async (name: string) => {
      const outcome = await call('people.separate', { name })
      if (!outcome.ok) notifyProblem(outcome.problem)
    }, []),
    apart: useCallback(async (one: string, other: string) => {
      const outcome = await call('people.apart', { what: 'name', one, other })
      if (!outcome.ok) notifyProblem(outcome.problem)
    }, []),
  }
}
