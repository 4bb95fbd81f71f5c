import type { SDG_STRENGTHS, VOLUNTEER_TYPES } from './kinds.ts'

/** How strongly a record speaks to an SDG goal or target, by code ("5" or "5.2"). */
export type SdgTag = { readonly code: string; readonly strength: (typeof SDG_STRENGTHS)[number] }

/** A place in a person's own words; the country is an ISO 3166-1 alpha-3 code. */
export type Place = { readonly key: string; readonly name: string; readonly country?: string }

/** Somebody, or an organisation, and what they did here. */
export type Participant = { readonly key: string; readonly name: string; readonly role?: string }

/** Volunteers of one type: how many, and how many of them women, men and young people where that is known. */
export type Volunteers = {
  readonly key: string
  readonly type: (typeof VOLUNTEER_TYPES)[number]
  readonly number?: number
  readonly women?: number
  readonly men?: number
  readonly youth?: number
}

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
