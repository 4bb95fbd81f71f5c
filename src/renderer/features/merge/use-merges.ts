import { useEffect, useState } from 'react'
import type { MergeLine } from '../../../ipc/merges.ts'
import { call, listen } from '../../app/client.ts'

/** The merges of the open workspace on this computer, newest first, kept up to date; undefined until they are read. */
export function useMerges(): readonly MergeLine[] | undefined {
  const [merges, setMerges] = useState<readonly MergeLine[]>()
  useEffect(() => {
    let isCurrent = true
    async function read(): Promise<void> {
      const outcome = await call('merge.list', {})
      if (isCurrent && outcome.ok) setMerges(outcome.value)
    }
    // A merge that is taken back, or brought back by an undo, shows as a change of its records.
    const mutes = [
      listen('workspace.merged', () => void read()),
      listen('subjects.changed', ({ origin }) => {
        if (origin === 'undo') void read()
      }),
    ]
    void read()
    return () => {
      isCurrent = false
      for (const mute of mutes) mute()
    }
  }, [])
  return merges
}
