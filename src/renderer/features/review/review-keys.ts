import { SDG_STRENGTHS } from '../../../core/model/kinds.ts'

/** What a key does with the suggestion that is shown. */
export type ReviewKey =
  | { readonly do: 'accept'; readonly strength: (typeof SDG_STRENGTHS)[number] }
  | { readonly do: 'reject' | 'skip' | 'next' | 'previous' | 'back' }

const MEANINGS: Readonly<Record<string, ReviewKey['do']>> = {
  Delete: 'reject',
  Backspace: 'reject',
  '0': 'reject',
  s: 'skip',
  ' ': 'skip',
  u: 'back',
  ArrowLeft: 'back',
  ArrowDown: 'next',
  ArrowUp: 'previous',
}

/** What a key press means while suggestions are gone through, or null. */
export function reviewKey(key: string): ReviewKey | null {
  const strength = SDG_STRENGTHS[['1', '2', '3'].indexOf(key)]
  if (strength) return { do: 'accept', strength }
  const meaning = MEANINGS[key.length === 1 ? key.toLowerCase() : key]
  return meaning && meaning !== 'accept' ? { do: meaning } : null
}
