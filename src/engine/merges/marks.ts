import type { Opened } from '../session.ts'
import type { SwallowedState } from './merge-record.ts'

/** How undo names the taking back of a merge. */
export function mergeMark(merge: string): string {
  return `merge ${merge}`
}

/** How undo names the putting back of a swallowed text. */
export function textMark(merge: string, index: number): string {
  return `text ${merge} ${index}`
}

/** Keeps the journal of merges true when a deed that it knows of is undone or done again. */
export async function noteReversed(opened: Opened, mark: string, what: 'undo' | 'redo'): Promise<void> {
  const [deed, merge = '', index = ''] = mark.split(' ')
  const at = opened.workspace.ports.nowMillis()
  if (deed === 'merge')
    await opened.merges.change(merge, (record) => ({ ...record, undone: what === 'undo' ? null : at }))
  if (deed === 'text') await setText(opened, merge, Number(index), what === 'undo' ? 'open' : 'back')
}

/** Takes note of what became of a swallowed text. */
export async function setText({ merges }: Opened, merge: string, index: number, state: SwallowedState): Promise<void> {
  await merges.change(merge, (record) => ({
    ...record,
    swallowed: record.swallowed.map((lost, place) => (place === index ? { ...lost, state } : lost)),
  }))
}
