import type { BriefCheck } from '../../../core/briefs/check.ts'

/** One thing to look at before a brief goes out; how much it matters decides where it stands in the list. */
export type CheckItem =
  | { readonly what: 'withdrawn' | 'contested' | 'illustrative' | 'uncited'; readonly record: string }
  | { readonly what: 'unsupported'; readonly text: string }
  | { readonly what: 'fallback'; readonly field: string }

/** Everything to look at, the gravest first: what is not there, what is in dispute, what nobody supports, what is invented. */
export function checkItems(check: BriefCheck): readonly CheckItem[] {
  const records = (what: 'withdrawn' | 'contested' | 'illustrative' | 'uncited') =>
    check[what].map((record): CheckItem => ({ what, record }))
  return [
    ...records('withdrawn'),
    ...records('contested'),
    ...check.unsupported.map((text): CheckItem => ({ what: 'unsupported', text })),
    ...records('illustrative'),
    ...check.fallback.map((field): CheckItem => ({ what: 'fallback', field })),
    ...records('uncited'),
  ]
}

/** The reference number of a record, from 1 in order of first citation; null where it is not cited yet. */
export function referenceNumber(check: BriefCheck | null, record: string): number | null {
  const place = check?.cited.indexOf(record) ?? -1
  return place < 0 ? null : place + 1
}

/** A check that has found nothing yet. */
export const NOTHING_CHECKED: BriefCheck = {
  cited: [],
  uncited: [],
  withdrawn: [],
  illustrative: [],
  contested: [],
  unsupported: [],
  fallback: [],
}
