import type { SDG_STRENGTHS } from './kinds.ts'

/** How strongly a record speaks to an SDG goal or target, by code ("5" or "5.2"). */
export type SdgTag = { readonly code: string; readonly strength: (typeof SDG_STRENGTHS)[number] }

/** A dated figure with its unit and where it comes from. `date` is a partial ISO 8601 date (2005, 2005-07, 2005-07-31). */
export type Figure = {
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly what: string
  readonly date?: string
  readonly source?: string
}

/** From and to as partial ISO 8601 dates; either may be missing. */
export type Period = { readonly from?: string; readonly to?: string }

/** Where a record's content comes from. */
export type Source = {
  readonly title?: string
  readonly author?: string
  readonly publisher?: string
  readonly year?: number
  readonly url?: string
  readonly pages?: string
}
