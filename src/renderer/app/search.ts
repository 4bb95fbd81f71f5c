import { create } from 'zustand'

type Search = {
  readonly query: string
  /** Grows whenever the search field should take the focus. */
  readonly focusAsked: number
}

/** What is looked for: typed in the top bar, answered by the library. */
export const useSearch = create<Search>()(() => ({ query: '', focusAsked: 0 }))

/** Looks for something else. */
export function setQuery(query: string): void {
  useSearch.setState({ query })
}

/** Puts the cursor into the search field. */
export function focusSearch(): void {
  useSearch.setState(({ focusAsked }) => ({ focusAsked: focusAsked + 1 }))
}
