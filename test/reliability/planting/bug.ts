/** One bug to plant, and the tests that are to catch it. */
export type Bug = {
  /** What somebody might have done, as it would be told afterwards. */
  readonly bug: string
  /** The file it is planted in, below `src`. */
  readonly file: string
  /** The piece of the file that is replaced: it must be there exactly once. */
  readonly from: string
  readonly to: string
  /** A second place in the same file, where one check stands behind another. */
  readonly also?: { readonly from: string; readonly to: string }
  readonly caughtBy: Catcher
}

/** What has to notice: a test file, where it helps only the tests of that name; or a proof with so many cases. */
export type Catcher =
  | { readonly test: string; readonly named?: string }
  | { readonly proof: string; readonly cases: number }
