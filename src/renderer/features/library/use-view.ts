import { useEffect, useState } from 'react'
import type { SubjectView } from '../../../core/model/view.ts'
import type { Problem } from '../../../core/problem.ts'
import { call, listen } from '../../app/client.ts'

/** A record to be read, as far as it is here yet. */
export type Loaded = { readonly view: SubjectView | null; readonly problem: Problem | null }

const NOTHING: Loaded = { view: null, problem: null }
const SETTLE_MS = 60

/** The whole of a record, kept up to date; walking quickly through a list loads only where one stops. */
export function useView(id: string | null): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(NOTHING)
  useEffect(() => {
    if (id === null) {
      setLoaded(NOTHING)
      return undefined
    }
    let current = true
    const load = async () => {
      const outcome = await call('records.view', { id })
      if (!current) return
      setLoaded(outcome.ok ? { view: outcome.value, problem: null } : { view: null, problem: outcome.problem })
    }
    const timer = setTimeout(() => void load(), SETTLE_MS)
    const stop = listen('subjects.changed', ({ ids }) => {
      if (ids.includes(id)) void load()
    })
    return () => {
      current = false
      clearTimeout(timer)
      stop()
    }
  }, [id])
  return loaded
}
