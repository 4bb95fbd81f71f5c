import { SDG_STRENGTHS } from '../../../core/model/kinds.ts'

/** What a key does with the suggestion that has the focus. */
export type SuggestionAct =
  | { readonly do: 'accept'; readonly strength: (typeof SDG_STRENGTHS)[number] }
  | { readonly do: 'reject' }
  | { readonly do: 'move'; readonly to: number }

/** What a key press means on the suggestion at a place in the row, or null. */
export function suggestionAct(key: string, at: number, count: number): SuggestionAct | null {
  const strength = SDG_STRENGTHS[['1', '2', '3'].indexOf(key)]
  if (strength) return { do: 'accept', strength }
  switch (key) {
    case 'Delete':
    case 'Backspace':
      return { do: 'reject' }
    case 'ArrowRight':
    case 'ArrowDown':
      return { do: 'move', to: Math.min(at + 1, count - 1) }
    case 'ArrowLeft':
    case 'ArrowUp':
      return { do: 'move', to: Math.max(at - 1, 0) }
    case 'Home':
      return { do: 'move', to: 0 }
    case 'End':
      return { do: 'move', to: count - 1 }
    default:
      return null
  }
}
