import { create } from 'zustand'

/** Something to do about a notice. */
export type NoticeAction = { readonly label: string; readonly run: () => void }

/** A few words about what has just happened, with at most one thing to do about it. */
export type Notice = {
  readonly id: number
  readonly text: string
  /** A second, quieter sentence. */
  readonly detail?: string
  readonly tone: 'plain' | 'look'
  readonly action?: NoticeAction
}

type Notices = { readonly notices: readonly Notice[] }

/** The notices on screen, oldest first. */
export const useNotices = create<Notices>()(() => ({ notices: [] }))

const STAY_MS = 8_000
let last = 0

/** Shows a notice. Plain ones leave by themselves; those one has to look at stay until they are dismissed. */
export function notify(notice: Omit<Notice, 'id' | 'tone'> & { readonly tone?: Notice['tone'] }): number {
  last += 1
  const id = last
  const shown: Notice = { tone: 'plain', ...notice, id }
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.text !== shown.text), shown].slice(-4),
  }))
  if (shown.tone === 'plain') setTimeout(() => dismiss(id), STAY_MS)
  return id
}

/** Takes a notice off the screen. */
export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
