import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { People } from '../../../ipc/shapes.ts'
import { call, listen } from '../../app/client.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'

/** Who has written in the workspace; asked again whenever something was written. */
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
    const mute = listen('subjects.changed', () => void read())
    return () => {
      isCurrent = false
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
