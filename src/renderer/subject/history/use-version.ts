import { useEffect, useState } from 'react'
import type { RecordVersion } from '../../../core/model/version.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, listen } from '../../app/client.ts'

/** One version of a subject beside today's; read again whenever today changes. */
export function useVersion(id: string, stamp: string) {
  const [version, setVersion] = useState<RecordVersion | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isCurrent = true
    async function read(): Promise<void> {
      const outcome = await call('history.version', { id, stamp })
      if (!isCurrent) return
      if (outcome.ok) setVersion(outcome.value)
      setProblem(outcome.ok ? null : outcome.problem)
    }
    void read()
    const mute = listen('subjects.changed', ({ ids }) => {
      if (ids.includes(id)) void read()
    })
    return () => {
      isCurrent = false
      mute()
    }
  }, [id, stamp])
  return { version, problem }
}
