import { create } from 'zustand'

/** Long work under way: what, since when, and how far as far as is known. `total` 0 means nobody knows how much it is. */
export type Task = {
  readonly kind: 'import' | 'merge'
  readonly since: number
  readonly now: number
  readonly done: number
  readonly total: number
}

/** The long work under way, if any. */
export const useTask = create<{
  readonly task: Task | null
  /** How far the reading of records for suggestions is, shown where it was asked for. */
  readonly suggesting: Pick<Task, 'done' | 'total'> | null
}>()(() => ({ task: null, suggesting: null }))

/** Says that long work is under way for as long as `work` takes. */
export async function asTask<T>(kind: Task['kind'], work: () => Promise<T>): Promise<T> {
  const since = Date.now()
  useTask.setState({ task: { kind, since, now: since, done: 0, total: 0 } })
  try {
    return await work()
  } finally {
    useTask.setState({ task: null })
  }
}

/** Takes in how far it is. */
export function taskMoved(kind: string, done: number, total: number): void {
  if (kind === 'suggest') useTask.setState({ suggesting: { done, total } })
  useTask.setState(({ task }) => ({ task: task?.kind === kind ? { ...task, done, total, now: Date.now() } : task }))
}

/** The minutes it will still take, as far as one can tell from what is done; null where one cannot. */
export function minutesLeft({ since, now, done, total }: Task): number | null {
  if (total === 0 || done === 0) return null
  return Math.ceil(((now - since) * (total - done)) / done / 60_000)
}
