import type { FieldContent } from '../history/field-content.ts'

/** One place of a record as it was then and as it is today; `key` is its `fieldKey`. */
export type VersionPlace = {
  readonly key: string
  readonly field: string
  readonly locale: string
  readonly was: FieldContent
  readonly is: FieldContent
  readonly same: boolean
}

/** A record, brief or theme as it stood with one of its changes. */
export type RecordVersion = {
  readonly id: string
  readonly kind: string
  /** The change that made this version the one to be seen, and when and by whom it was made. */
  readonly stamp: string
  readonly at: number
  readonly author: string
  readonly deleted: boolean
  readonly places: readonly VersionPlace[]
}
