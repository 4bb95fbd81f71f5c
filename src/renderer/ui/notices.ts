import { create } from 'zustand'
import type { Text } from '../i18n/use-text.ts'

/** Words, or the way to say them in whatever language the interface is in at the moment. */
export type Said = string | ((t: Text) => string)

/** Something to do about a notice. */
export type NoticeAction = { readonly label: Said; readonly run: () => void }

/** A few words about what has just happened, with at most one thing to do about it. */
export type Notice = {
  readonly id: number
  /** Names what it is about: a later notice of the same name takes its place. */
  readonly name?: string
  readonly text: Said
  /** A second, quieter sentence. */
  readonly detail?: Said
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
    notices: [...notices.filter((other) => !sameMatter(other, shown)), shown].slice(-4),
  }))
  if (shown.tone === 'plain') setTimeout(() => dismiss(id), STAY_MS)
  return id
}

/** Takes the notice of a name off the screen: it has been dealt with. */
export function dismissNamed(name: string): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.name !== name) }))
}

/** The words of a notice now. */
export function say(said: Said, t: Text): string {
  return typeof said === 'string' ? said : said(t)
}

function sameMatter(a: Notice, b: Notice): boolean {
  return a.name === undefined ? a.text === b.text : a.name === b.name
}

/** Takes a notice off the screen. */
export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
