import type { PendingTag } from '../../../core/suggest/pending.ts'

/** What was done with one suggestion, in the order it was done; `skip` left it for another time. */
export type Done = { readonly record: string; readonly tag: string; readonly how: 'accept' | 'reject' | 'skip' }

/** How far somebody is: which record, and what was done so far in this sitting. */
export type ReviewState = { readonly at: number; readonly done: readonly Done[] }

/** One step of going through suggestions. */
export type ReviewAction =
  | { readonly do: Done['how']; readonly record: string; readonly tag: string }
  /** The record has nothing more to decide, or somebody goes on to the next. */
  | { readonly do: 'next'; readonly count: number }
  | { readonly do: 'previous' }
  /** The last thing done comes up again. */
  | { readonly do: 'back'; readonly ids: readonly string[] }

/** The whole behaviour of going through suggestions, without the window. */
export function nextReview(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.do) {
    case 'next':
      return { ...state, at: Math.min(state.at + 1, action.count) }
    case 'previous':
      return { ...state, at: Math.max(state.at - 1, 0) }
    case 'back': {
      const last = state.done.at(-1)
      const at = last ? action.ids.indexOf(last.record) : -1
      return last ? { at: at === -1 ? state.at : at, done: state.done.slice(0, -1) } : state
    }
    default: {
      const { record, tag, do: how } = action
      return { ...state, done: [...state.done, { record, tag, how }] }
    }
  }
}

/** Names a suggestion among those of its record. */
export function tagName({ field, key }: Pick<PendingTag, 'field' | 'key'>): string {
  return `${field} ${key}`
}

/** What is left to decide about a record, without what was done with it a moment ago or skipped. */
export function leftOf(pending: readonly PendingTag[], record: string, { done }: ReviewState): readonly PendingTag[] {
  const gone = new Set(done.filter((entry) => entry.record === record).map(({ tag }) => tag))
  return pending.filter((tag) => !gone.has(tagName(tag)))
}
