/** What a person should look at before a brief goes out: ids of records, by what is the matter. */
export type BriefCheck = {
  /** Records cited, in order of first appearance: the reference numbers are their places here, from 1. */
  readonly cited: readonly string[]
  /** Selected for the brief but not cited anywhere. */
  readonly uncited: readonly string[]
  /** Cited, but deleted or not in this workspace. */
  readonly withdrawn: readonly string[]
  readonly illustrative: readonly string[]
  readonly contested: readonly string[]
  /** Key messages that cite nothing, by their text. */
  readonly unsupported: readonly string[]
  /** Parts that have no version in this language and fall back to another. */
  readonly fallback: readonly string[]
}
