import { create } from 'zustand'
import type { SettleList } from '../../ipc/merges.ts'
import { call, listen } from './client.ts'
import { useSession } from './session.ts'

/** How long after a change the list is read again: typing comes in many small ones. */
const PAUSE_MS = 300

const NOTHING: SettleList = { total: 0, items: [] }

/** What stands to be settled in the open workspace; null until it was read. */
export const useToSettle = create<{ readonly list: SettleList | null }>()(() => ({ list: null }))

let timer: ReturnType<typeof setTimeout> | undefined

/** Reads it now. */
export async function readToSettle(): Promise<SettleList> {
  clearTimeout(timer)
  const outcome = await call('settle.list', {})
  const list = outcome.ok ? outcome.value : NOTHING
  useToSettle.setState({ list })
  return list
}

/** Keeps it up to date from now on. */
export function watchToSettle(): void {
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void readToSettle(), PAUSE_MS)
  }
  listen('subjects.changed', soon)
  listen('workspace.merged', soon)
  useSession.subscribe(({ workspace }, before) => {
    if (workspace?.id !== before.workspace?.id) soon()
  })
}
