import type { OpenValue } from '../history/settle.ts'
import type { Json } from './json.ts'

/** One value as a form shows it. `open` holds every value nobody has replaced, latest first; `contested` says they differ. */
export type ValueView = { readonly value: Json; readonly open: readonly OpenValue[]; readonly contested: boolean }

/** One element of a set field. */
export type ElementView = ValueView & { readonly key: string }

/** One version of a rich field: the whole Yjs state with its seed, and its plain text. */
export type RichView = { readonly state: Uint8Array; readonly text: string }

/** A record, brief or theme with everything a form needs. Keys are `field` or `field:locale` (`fieldKey`). */
export type SubjectView = {
  readonly id: string
  readonly kind: string
  readonly createdAt: number
  readonly modifiedAt: number
  readonly author: string
  readonly deleted: boolean
  readonly values: Readonly<Record<string, ValueView>>
  readonly sets: Readonly<Record<string, readonly ElementView[]>>
  readonly rich: Readonly<Record<string, RichView>>
}

/** One step a person takes on a field. `saw` names the open values they saw; without it, those open now. */
export type FieldStep =
  | {
      readonly op: 'set'
      readonly field: string
      readonly locale?: string
      readonly value: Json
      readonly saw?: readonly string[]
    }
  | { readonly op: 'add'; readonly field: string; readonly value: Json }
  | { readonly op: 'remove'; readonly field: string; readonly key: string }
  | { readonly op: 'edit'; readonly field: string; readonly locale: string; readonly update: Uint8Array }

/** One line of a record's history. `summary` is the value as short plain text; sentences around it come from locales. */
export type HistoryLine = {
  readonly id: string
  readonly at: number
  readonly author: string
  readonly field: string
  readonly locale: string
  readonly op: string
  readonly summary: string
}

/** What a merge brought, or would bring. */
export type MergeReport = {
  readonly changes: number
  readonly records: { readonly new: number; readonly changed: number; readonly deleted: number }
  readonly contested: readonly { readonly id: string; readonly field: string; readonly locale: string }[]
  readonly swallowed: readonly {
    readonly id: string
    readonly field: string
    readonly locale: string
    readonly text: string
  }[]
  readonly unchanged: boolean
}
