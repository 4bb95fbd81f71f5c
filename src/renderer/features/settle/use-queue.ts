import { useCallback, useState } from 'react'
import type { Ask } from '../../../ipc/contract.ts'
import type { ToSettle } from '../../../ipc/merges.ts'
import { call } from '../../app/client.ts'
import { readToSettle } from '../../app/to-settle.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'
import type { Choice } from './choices.ts'

/** Something that was settled here: its key, and the text that was let go, which no change in the log takes back. */
type Settled = { readonly key: string; readonly letGo: { readonly merge: string; readonly index: number } | null }

type State = {
  readonly key: string | undefined
  /** How often one has gone from one thing to another here: the focus follows. */
  readonly moves: number
  readonly skipped: readonly string[]
  readonly settled: readonly Settled[]
}

/** Goes through what is to be settled: what was skipped comes last, and what is taken back comes up again. */
export function useQueue(items: readonly ToSettle[]) {
  const [state, setState] = useState<State>({ key: undefined, moves: 0, skipped: [], settled: [] })
  const ordered = inQueue(items, state.skipped)
  const found = ordered.findIndex(({ key }) => key === state.key)
  const at = found < 0 ? 0 : found
  const item = ordered[at]
  const next = ordered[at + 1] ?? ordered[0]
  const nextKey = next === item ? undefined : next?.key

  const settle = useCallback(
    async (choice: Choice): Promise<void> => {
      if (!item) return
      const outcome = await carryOut(item, choice)
      if (!outcome.ok) {
        notifyProblem(outcome.problem)
        return
      }
      const letGo = choice.what === 'let-go' && item.lost ? { merge: item.lost.merge, index: item.lost.index } : null
      setState(({ moves, skipped, settled }) => ({
        key: nextKey,
        moves: moves + 1,
        skipped,
        settled: [...settled, { key: item.key, letGo }],
      }))
      await readToSettle()
    },
    [item, nextKey],
  )

  const skip = useCallback(() => {
    if (!item) return
    setState(({ moves, skipped, settled }) => ({
      key: nextKey,
      moves: moves + 1,
      skipped: [...skipped.filter((key) => key !== item.key), item.key],
      settled,
    }))
  }, [item, nextKey])

  /** Comes before the undo of the log: answers whether there was nothing in the log to take back. */
  const takeBack = useCallback((): boolean => {
    const last = state.settled.at(-1)
    if (!last) return false
    setState(({ moves, skipped, settled }) => ({
      key: last.key,
      moves: moves + 1,
      skipped,
      settled: settled.slice(0, -1),
    }))
    if (!last.letGo) return false
    void call('settle.text', { ...last.letGo, state: 'open' }).then(readToSettle)
    return true
  }, [state.settled])

  return { item, at, moves: state.moves, settle, skip, takeBack }
}

/** What was skipped comes last, in the order in which it was skipped. */
export function inQueue(items: readonly ToSettle[], skipped: readonly string[]): readonly ToSettle[] {
  const place = new Map(skipped.map((key, index) => [key, index]))
  const rank = ({ key }: ToSettle) => place.get(key) ?? -1
  return [...items].sort((a, b) => rank(a) - rank(b))
}

function carryOut({ subject, lost }: ToSettle, { does }: Choice) {
  switch (does.deed) {
    case 'step':
      return call('records.change', { id: subject, steps: [does.step] as Ask<'records.change'>['steps'] })
    case 'keep':
      return call('records.restore', { ids: [subject] })
    case 'delete':
      return call('records.delete', { ids: [subject] })
    case 'text':
      return call('settle.text', { merge: lost?.merge ?? '', index: lost?.index ?? 0, state: does.state })
  }
}
