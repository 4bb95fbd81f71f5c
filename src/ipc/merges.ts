import type { OpenValue } from '../core/history/settle.ts'
import type { Arrival, Arriving } from '../core/merge/arrivals.ts'
import type { Lang } from '../core/model/lang.ts'
import type { MergeReport } from '../core/model/view.ts'

/** What merging copies would bring, before anything is changed. */
export type MergePreview = {
  readonly report: MergeReport
  readonly by: readonly Arriving[]
  readonly arrivals: readonly Arrival[]
}

/** One merge of the journal of this computer. */
export type MergeLine = {
  readonly id: string
  readonly at: number
  readonly how: 'asked' | 'arrived'
  readonly from: readonly string[]
  readonly by: readonly Arriving[]
  readonly report: Omit<MergeReport, 'swallowed'>
  /** How many texts it swallowed, and how many of those nobody has settled. */
  readonly swallowed: number
  readonly open: number
  /** When it was taken back; null while it stands. */
  readonly undone: number | null
}

/** What stands to be settled: a value, an element of a set, a deletion that an edit survived, or a swallowed text. */
export type ToSettle = {
  readonly key: string
  readonly what: 'value' | 'element' | 'deletion' | 'text'
  readonly subject: string
  readonly kind: string
  readonly lang: Lang
  readonly titles: Partial<Readonly<Record<Lang, string>>>
  readonly field: string
  readonly locale: string
  /** The values that stand open, latest first, each once. For a deletion: the deletion, then the edits it had not seen. */
  readonly open: readonly OpenValue[]
  /** Every open change, for the choice to have seen. */
  readonly saw: readonly string[]
  /** A swallowed text: its merge, its place in that merge, its words, and who wrote them where that is known. */
  readonly lost?: {
    readonly merge: string
    readonly index: number
    readonly text: string
    readonly by?: { readonly author: string; readonly at: number }
  }
}

/** All that stands to be settled: how much in all, and the first of it with everything one needs to decide. */
export type SettleList = { readonly total: number; readonly items: readonly ToSettle[] }
